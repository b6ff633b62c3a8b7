import 'server-only'
import { namesIn } from '@/lib/contract/history/names'
import type { NamedGroup } from '@/lib/contract/words/feed-entry'
import { materialsInShort } from '@/lib/contract/words/impact-cells'
import { ledgerAt } from '@/lib/db/ledger'
import { cellsIn } from '@/lib/ledger/impact-groups'
import { plainFlipGroups, plainFlips } from '@/lib/ledger/plain-flips'
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

/** Revisions never change, so what one moved is worked out once in each process; a few groups cost next to nothing. */
const worked = new Map<number, Moved>()

/**
 * Which cells a revision gave another status than they had at the one before it.
 *
 * @param number from 2 on: the first revision stands on nothing.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function movedIn(number: number): Promise<Moved> {
  const known = worked.get(number)
  if (known !== undefined) return known
  const [before, after] = [await ledgerAt(number - 1), await ledgerAt(number)]
  if (before === null || after === null) throw new TypeError(`revision ${number} is not in the record`)
  const flips = plainFlips(lawOf(before, null), lawOf(after, null))
  const groups = plainFlipGroups(flips)
  const nameOf = namesIn(after, before)
  const moved: Moved = {
    cells: cellsIn(flips),
    groups: groups
      .slice(0, GROUPS_KEPT)
      .map((group) => ({ ...group, named: materialsInShort(group.materials, nameOf) })),
    left: Math.max(0, groups.length - GROUPS_KEPT),
  }
  worked.set(number, moved)
  return moved
}
