import type { ComparedEntry, Comparison } from '@/lib/contract/edit/comparison'
import { isSame } from '@/lib/ledger/equal'
import { threeWay } from '@/lib/ledger/merge'
import type { Case } from './judge'
import { printedUnder } from './whole'

/** A draft beside the record as it is now: each of its entries whose key was published anew since its base. */
export function comparisonOf({
  draft,
  entries,
  before,
  head,
  now,
}: Omit<Case, 'exceptions' | 'at' | 'unread'>): Comparison {
  const moved = entries.flatMap(({ id, kind, key, does }): readonly ComparedEntry[] => {
    const base = printedUnder(before, kind, key)
    const theirs = printedUnder(now, kind, key)
    if (isSame(base, theirs)) return []
    const yours = does.what === 'record' ? does.printed : null
    const fields = threeWay(base, theirs, yours)
    const conflict = fields.some(({ outcome }) => outcome === 'conflict')
    return [{ entry: id, kind, key, base, theirs, yours, fields, conflict }]
  })
  return { base: draft.base, head, moved, untouched: entries.length - moved.length }
}
