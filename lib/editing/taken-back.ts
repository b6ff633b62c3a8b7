import 'server-only'
import type { Draft } from '@/lib/contract/edit/draft'
import { changesOfRevision } from '@/lib/db/editing/history'
import { isSame } from '@/lib/ledger/equal'
import type { Judged } from './judge'
import { undoing } from './undone'
import { printedUnder, recordAt } from './whole'

/**
 * The revision that readers are told a draft takes back; `null` where it does not, or not all of it. What the draft was
 * begun for says nothing of what became of it: its kind and its entries may be others by now.
 */
export async function takenBackBy(
  { kind, reverts }: Pick<Draft, 'kind' | 'reverts'>,
  { before: now, after }: Pick<Judged, 'before' | 'after'>,
): Promise<number | null> {
  if (reverts === null || reverts <= 1 || kind !== 'correction') return null
  const changes = await changesOfRevision(reverts)
  const [before, made] = [await recordAt(reverts - 1), await recordAt(reverts)]
  const isUndone = changes.every((change) => {
    const { undone } = undoing(change, { before, made, now })
    return isSame(undone, printedUnder(after, change.kind, change.key))
  })
  return changes.length > 0 && isUndone ? reverts : null
}
