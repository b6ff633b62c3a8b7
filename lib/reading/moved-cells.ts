import 'server-only'
import type { Touched } from '@/lib/db/revisions'
import type { Kind } from '@/lib/ledger/change'
import { type Moved, movedIn, NOTHING_MOVED } from './plain-flips'

/** Kinds of record that statuses are computed from: those that decide one, and the vocabulary that these are told in. */
const COMPUTED_FROM: ReadonlySet<Kind> = new Set(['material', 'form', 'regime', 'instrument', 'provision', 'party'])

/**
 * Which cells each of some revisions gave another status, under the plain question of each exporting country.
 *
 * Neighbours are walked in order, so that the ledger after one is the ledger before the next.
 *
 * @param numbers `1` has none before it, and is left out.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function movedCells(
  numbers: readonly number[],
  touched: readonly Touched[],
): Promise<ReadonlyMap<number, Moved>> {
  const later = numbers.filter((one) => one > 1).toSorted((a, b) => a - b)
  const ofLaw = new Set(touched.filter(({ kind }) => COMPUTED_FROM.has(kind)).map(({ revision }) => revision))
  const moved = await movedIn(later.filter((one) => ofLaw.has(one)))
  return new Map(later.map((one) => [one, moved.get(one) ?? NOTHING_MOVED]))
}
