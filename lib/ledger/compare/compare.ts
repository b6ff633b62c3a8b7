import type { CellKey } from '../impact-groups'
import type { LocalDate } from '../interval'
import type { MatrixCell } from '../matrix'
import { nameOf } from './cells'
import type { Seen, Turn, World } from './seen'
import { cellIn, daysAround, hasSameStatus, isSeenAlike, seenOf, turnOf } from './seen'
import type { Cause, Recorded, Step } from './steps'
import { CAUSES, causeOf, wayFrom } from './steps'
import type { Move, Track } from './walk'
import { movesOf, wordsOf } from './walk'

/** One cell that reads otherwise in one world than in another, and why. */
export type Difference = CellKey & {
  /** `null` where the world has no such cell. */
  readonly before: Seen | null
  readonly after: Seen | null
  readonly turn: Turn
  readonly cause: Cause
  /** The last step after which the cell's status stays as it is in the second world; where the status is the same, all of it. */
  readonly step: Step
  /** The instruments that did it, by key; empty where only words did. */
  readonly movers: readonly string[]
  /** Where the day did it: from this day on it reads so, or (on the way back) until this day it did. */
  readonly turnsOn: LocalDate | null
  /** The other steps at which it moved, in their order. */
  readonly others: readonly Step[]
}

/** A cell of either world, whether it differs or not. */
export type Pair = CellKey & { readonly before: MatrixCell | null; readonly after: MatrixCell | null }

export type Comparison = {
  /** Every cell of either world, in the order of the matrix. */
  readonly pairs: readonly Pair[]
  readonly differences: readonly Difference[]
  /** How many cells differ by which cause; they add up to the number of differences. */
  readonly causes: { readonly [cause in Cause]: number }
}

export type Compared = {
  readonly a: World
  readonly b: World
  /** The revisions between the two, in the order of the way from `a` to `b`; see `wayFrom`. */
  readonly between: readonly Recorded[]
  readonly cells: readonly CellKey[]
  /** What was kept of the cells of `a`, by `material/form`: it goes before what is reckoned now. */
  readonly frozen?: ReadonlyMap<string, Seen>
}

/**
 * Which cells read otherwise in one world than in another, each with one cause, so that the counts add up.
 *
 * It walks from the first world to the second one step at a time, and a cell belongs to the last step after which its
 * status stays as it is in the second; where the status is the same, to the last after which all that is seen stays. A
 * cell whose answer is the same and whose material or form is called otherwise is reworded.
 */
export function compareWorlds({ a, b, between, cells, frozen }: Compared): Comparison {
  const pairs = cells.map(
    (cell): Pair => ({
      ...cell,
      before: cellIn(a, cell.material, cell.form),
      after: cellIn(b, cell.material, cell.form),
    }),
  )
  const tracks = pairs.flatMap((pair): readonly Track[] => {
    const kept = frozen?.get(nameOf(pair))
    const before = kept ?? (pair.before === null || frozen !== undefined ? null : seenOf(pair.before))
    const after = pair.after === null ? null : seenOf(pair.after)
    const answers = !isSeenAlike(before, after)
    if (!answers && wordsOf(a, pair) === wordsOf(b, pair)) return []
    return [{ ...pair, kept: before, seen: after, answers }]
  })
  const moves = movesOf(tracks, a, wayFrom(a, b, between))
  const differences = tracks.map((track) => differenceOf(track, moves.get(track) ?? [], b))
  const count = (cause: Cause) => differences.filter((difference) => difference.cause === cause).length
  return {
    pairs,
    differences,
    causes: Object.fromEntries(CAUSES.map((cause) => [cause, count(cause)])) as Comparison['causes'],
  }
}

/** @throws {TypeError} when a cell differs and no step moved it: the way does not lead where it should. */
function differenceOf({ material, form, kept, seen, answers }: Track, moves: readonly Move[], b: World): Difference {
  const byStatus = answers && !hasSameStatus(kept, seen)
  const deciding = moves.findLast(({ status }) => status || !byStatus)
  if (deciding === undefined) throw new TypeError(`nothing between two worlds moves ${material}/${form}`)
  const { step, movers, from } = deciding
  return {
    ...{ material, form, step, movers },
    before: kept,
    after: seen,
    turn: turnOf(kept, seen),
    cause: answers ? causeOf(step) : 'wording',
    turnsOn: step.of === 'on' && from !== null ? turnsOn(from, b, { material, form }, byStatus) : null,
    others: moves.filter((move) => move !== deciding).map((move) => move.step),
  }
}

/** The day between the two questions' days since which, or until which, a cell reads as it does on the second. */
function turnsOn(from: World, { law, question }: World, cell: CellKey, byStatus: boolean): LocalDate | null {
  const days = daysAround({ law, question: { ...from.question, on: question.on } }, cell, byStatus)
  if (days === null) return null
  return from.question.on < question.on ? days.from : days.to
}
