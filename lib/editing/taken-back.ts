import 'server-only'
import type { Draft } from '@/lib/contract/edit/draft'
import { changesOfRevision } from '@/lib/db/editing/history'
import { applyChanges } from '@/lib/ledger/apply'
import { isSame } from '@/lib/ledger/equal'
import type { Judged } from './judge'
import { undoing } from './undone'
import { printedUnder, recordsAt } from './whole'

/**
 * The revision that readers are told a draft takes back; `null` where it does not, or not all of it. What the draft was
 * begun for says nothing of what became of it: its kind and its entries may be others by now.
 */
export async function takenBackBy(
  { kind, reverts }: Pick<Draft, 'kind' | 'reverts'>,
  judged: Pick<Judged, 'base' | 'changes'>,
): Promise<number | null> {
  if (reverts === null || reverts <= 1 || kind !== 'correction') return null
  const changes = await changesOfRevision(reverts)
  const at = (revision: number) => recordsAt(revision, changes)
  const [before, made, now] = [await at(reverts - 1), await at(reverts), await at(judged.base)]
  const after = applyChanges(now, judged.changes)
  const isUndone = changes.every((change) => {
    const { undone } = undoing(change, { before, made, now })
    return isSame(undone, printedUnder(after, change.kind, change.key))
  })
  return changes.length > 0 && isUndone ? reverts : null
}
