import 'server-only'
import { ledgerAt } from '@/lib/db/ledger'
import type { Touched } from '@/lib/db/revisions'
import type { Kind } from '@/lib/ledger/change'
import { countPlainFlips } from '@/lib/ledger/plain-flips'
import { lawOf } from './opened'

/** Kinds of record that statuses are computed from: those that decide one, and the vocabulary that these are told in. */
const COMPUTED_FROM: ReadonlySet<Kind> = new Set(['material', 'form', 'regime', 'instrument', 'provision', 'party'])

/** Revisions never change, so what one moved is worked out once in each process. A number costs next to nothing. */
const counted = new Map<number, number>()

/**
 * How many cells each of some revisions gave another status, under the plain question of each exporting country.
 *
 * Neighbours are walked in order, so that the ledger after one is the ledger before the next.
 *
 * @param numbers `1` has none before it, and is left out.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function movedCells(
  numbers: readonly number[],
  touched: readonly Touched[],
): Promise<ReadonlyMap<number, number>> {
  const moved = new Map<number, number>()
  for (const number of numbers.filter((one) => one > 1).toSorted((a, b) => a - b)) {
    const ofLaw = touched.some(({ revision, kind }) => revision === number && COMPUTED_FROM.has(kind))
    moved.set(number, ofLaw ? await countOf(number) : 0)
  }
  return moved
}

async function countOf(number: number): Promise<number> {
  const known = counted.get(number)
  if (known !== undefined) return known
  const [before, after] = [await ledgerAt(number - 1), await ledgerAt(number)]
  if (before === null || after === null) throw new TypeError(`revision ${number} is not in the record`)
  const count = countPlainFlips(lawOf(before, null), lawOf(after, null))
  counted.set(number, count)
  return count
}
