import 'server-only'
import { namesIn } from '@/lib/contract/history/names'
import type { NamedGroup } from '@/lib/contract/words/feed-entry'
import { materialsInShort } from '@/lib/contract/words/impact-cells'
import { saidIn } from '@/lib/contract/words/language'
import { ledgerAt } from '@/lib/db/ledger'
import { remembered } from '@/lib/db/remembered'
import { changesOf } from '@/lib/db/revisions'
import { applyChanges } from '@/lib/ledger/apply'
import { cellsIn } from '@/lib/ledger/impact-groups'
import { plainFlipGroups, plainFlips } from '@/lib/ledger/plain-flips'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { lawOf } from './opened'

/** What one revision moved under the plain question of each exporting country. */
export type Moved = {
  /** Cells that have another status on some day, each counted once. */
  readonly cells: number
  /** The first few groups of cells that flip alike. */
  readonly groups: readonly NamedGroup[]
  /** How many groups are not among these. */
  readonly left: number
}

export const NOTHING_MOVED: Moved = { cells: 0, groups: [], left: 0 }

const GROUPS_KEPT = 6

/** Revisions never change, so what one moved is worked out once in each process, in the language of feeds. */
const worked = remembered(new Map<number, Moved>())

/** A revision's record in hand: the next is that and what the next one changed, which is far less to read. */
type InHand = { readonly number: number; readonly record: WholeRecord }

/**
 * Which cells each of some revisions gave another status than they had at the one before it.
 *
 * @param numbers the oldest first, from 2 on: the first revision stands on nothing.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function movedIn(numbers: readonly number[]): Promise<ReadonlyMap<number, Moved>> {
  let hand: InHand | null = null
  const moved = new Map<number, Moved>()
  for (const number of numbers) {
    const known = worked.get(number)
    if (known === undefined) {
      const before: InHand = await recordAt(number - 1, hand)
      const after: InHand = await recordAt(number, before)
      worked.set(
        number,
        saidIn('en', () => movedBetween(before.record, after.record)),
      )
      hand = after
    }
    const found = worked.get(number)
    if (found !== undefined) moved.set(number, found)
  }
  return moved
}

async function recordAt(number: number, hand: InHand | null): Promise<InHand> {
  if (hand?.number === number) return hand
  const isNext = hand !== null && hand.number === number - 1
  const record = isNext ? applyChanges(hand.record, await changesOf(number)) : await ledgerAt(number)
  if (record === null) throw new TypeError(`revision ${number} is not in the record`)
  return { number, record }
}

function movedBetween(before: WholeRecord, after: WholeRecord): Moved {
  const flips = plainFlips(lawOf(before, null), lawOf(after, null))
  const groups = plainFlipGroups(flips)
  const nameOf = namesIn(after, before)
  return {
    cells: cellsIn(flips),
    groups: groups
      .slice(0, GROUPS_KEPT)
      .map((group) => ({ ...group, named: materialsInShort(group.materials, nameOf) })),
    left: Math.max(0, groups.length - GROUPS_KEPT),
  }
}
