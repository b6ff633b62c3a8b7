import 'server-only'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { FrozenMoved } from '@/lib/contract/edit/standing'
import { newestFrozen } from '@/lib/db/frozen-answers'
import { cellsMovedIn } from '@/lib/ledger/compare/frozen'
import { openLaw } from '@/lib/ledger/law'
import { isComputable, type Judged } from './judge'

/** How many snapshots a preview holds against what would be published: the newest, which are the ones still read. */
const LOOKED_AT = 200

/**
 * The snapshots that will say of other cells than before that they read otherwise today; `null` where the record that the
 * draft would leave cannot be computed.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function frozenMoved(judged: Judged, at: Date): Promise<FrozenMoved | null> {
  if (!isComputable(judged)) return null
  const frozen = await newestFrozen(LOOKED_AT)
  const counts =
    frozen.length === 0
      ? []
      : cellsMovedIn(openLaw(judged.before, null), openLaw(judged.after, null), frozen, dayInBeijing(at))
  return {
    looked: frozen.length,
    moved: frozen.flatMap(({ id, title }, index) => {
      const cells = counts[index] ?? 0
      return cells === 0 ? [] : [{ id, title, cells }]
    }),
  }
}
