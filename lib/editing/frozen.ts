import 'server-only'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { FrozenMoved } from '@/lib/contract/edit/standing'
import { type FrozenUnder, newestFrozen } from '@/lib/db/frozen-answers'
import { cellsMovedIn } from '@/lib/ledger/compare/frozen'
import { type Law, openLaw } from '@/lib/ledger/law'
import { isComputable, type Judged } from './judge'
import { recordsAt } from './whole'

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
  const counts = frozen.length === 0 ? [] : cellsMovedIn(...(await lawsFor(judged, frozen)), frozen, dayInBeijing(at))
  return {
    looked: frozen.length,
    moved: frozen.flatMap(({ id, title }, index) => {
      const cells = counts[index] ?? 0
      return cells === 0 ? [] : [{ id, title, cells }]
    }),
  }
}

/** Both laws, with the parties that were asked about: one that no rule of a part means still stands for its country. */
async function lawsFor({ base, before, after }: Judged, frozen: readonly FrozenUnder[]): Promise<readonly [Law, Law]> {
  const known = new Set([...before.parties, ...after.parties].map(({ key }) => key))
  const asked = new Set(
    frozen.flatMap(({ question: { party } }) => (party === null || known.has(party) ? [] : [party])),
  )
  const places = [...asked].map((key) => ({ kind: 'party', key }) as const)
  const others = places.length === 0 ? [] : (await recordsAt(base, places)).parties.filter(({ key }) => asked.has(key))
  const lawOf = (record: Judged['before']) => openLaw({ ...record, parties: [...record.parties, ...others] }, null)
  return [lawOf(before), lawOf(after)]
}
