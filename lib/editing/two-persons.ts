import { recordUnder } from '@/lib/ledger/apply'
import type { Change, Kind } from '@/lib/ledger/change'
import { isSame } from '@/lib/ledger/equal'
import type { RevisionKind } from '@/lib/ledger/revision'
import type { Indicator, WholeRecord } from '@/lib/ledger/testimony'

/** The kinds of record of which a new one can decide a status by itself; no new form or regime does until one names it. */
const DECIDES: readonly Kind[] = ['instrument', 'provision', 'party', 'material']

/**
 * Whether a revision is published by somebody who wrote none of it: one of the law, one that corrects, and one that adds
 * something that can decide a status, or does more than add. The database refuses the same.
 */
export function needsAnother(kind: RevisionKind, changes: readonly Change[], before: WholeRecord): boolean {
  if (kind === 'law' || kind === 'correction') return true
  return kind === 'addition' && changes.some((change) => DECIDES.includes(change.kind) || !onlyAdds(change, before))
}

/** A new key, or new points of a series of which everything stands that stood. */
function onlyAdds({ kind, key, record }: Change, before: WholeRecord): boolean {
  const stood = recordUnder(before, kind, key)
  if (stood === null) return true
  return kind === 'indicator' && record !== null && isLonger(stood as Indicator, record as Indicator)
}

function isLonger({ points: old, ...was }: Indicator, { points, ...is }: Indicator): boolean {
  return isSame(was, is) && old.every((point) => points.some((one) => isSame(one, point)))
}
