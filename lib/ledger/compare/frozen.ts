import type { CellKey } from '../impact-groups'
import type { LocalDate } from '../interval'
import type { Law } from '../law'
import { plainQuestion, type Question } from '../question'
import { nameOf } from './cells'
import { cellIn, isSeenAlike, seenOf, type World } from './seen'

/** An answer that somebody froze: what it asked, and the cells that it holds. */
export type FrozenAnswer = { readonly question: Question; readonly cells: readonly CellKey[] }

/**
 * Of how many cells of each frozen answer a reader sees something else on a day, once one law takes the place of another.
 * What was frozen is not asked: only whether what it is held against moves.
 *
 * @param on the day on which they are held against the record; everything known counts.
 */
export function cellsMovedIn(
  before: Law,
  after: Law,
  frozen: readonly FrozenAnswer[],
  on: LocalDate,
): readonly number[] {
  const known = new Map<string, boolean>()
  const isMoved = (asked: Question, cell: CellKey): boolean => {
    const question = { ...plainQuestion(on), ...asked, on, known: null }
    const name = `${nameOf(cell)} ${[question.from, question.to, question.use, question.party, question.route].join(' ')}`
    const moved =
      known.get(name) ?? !isSeenAlike(seenIn({ law: before, question }, cell), seenIn({ law: after, question }, cell))
    known.set(name, moved)
    return moved
  }
  return frozen.map(({ question, cells }) => cells.filter((cell) => isMoved(question, cell)).length)
}

function seenIn(world: World, { material, form }: CellKey) {
  const cell = cellIn(world, material, form)
  return cell === null ? null : seenOf(cell)
}
