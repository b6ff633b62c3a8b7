import type { Bearing } from './claim'
import type { LocalDate } from './interval'
import type { Law } from './law'
import { saidBy } from './period'
import type { Claim } from './testimony'
import { type AssertedCell, agreesOn, bearingOn, type Weighing, weigh } from './weighing'

/**
 * What the record makes of a claim on a day. `supported`: every asserted cell agrees; `contradicted`: none does;
 * `not-yet`: none does, and all will on a later day; `overtaken`: not all do, and all did when it was said, by what was
 * known then; `untestable`: nothing that it says can be looked up.
 */
export type VerdictWord = 'supported' | 'partly' | 'contradicted' | 'not-yet' | 'overtaken' | 'untestable'

export type Verdict = {
  readonly word: VerdictWord
  /** How many cells it speaks of, how many of them agree with it, and of how many it cannot be told (R9). */
  readonly cells: number
  readonly agreeing: number
  readonly unclear: number
  /** Materials by key: all of whose cells agree, all contradict it for certain, all are unclear, and the rest. */
  readonly supporting: readonly string[]
  readonly contradicting: readonly string[]
  readonly unclearMaterials: readonly string[]
  readonly mixed: readonly string[]
}

/**
 * The verdict on a claim on a day, by the law as it was opened.
 *
 * `open` is borne out by what is open or open for now, `suspended` by what is paused. An assertion is judged on the day
 * asked, or on its own last day where that is earlier; before its first day it is not borne out yet. Where it means all
 * forms, the listed forms of each material count (R11).
 *
 * @param on a Beijing day, not before the record begins.
 */
export function verdictOf(law: Law, claim: Claim, on: LocalDate, weighing: Weighing = weigh(law)): Verdict {
  const cells = weighing.cellsOf(claim)
  const counts = counted(cells, on)
  return { word: wordFor(weighing, claim, cells, counts.agreeing, on), ...counts }
}

function wordFor(
  weighing: Weighing,
  claim: Claim,
  cells: readonly AssertedCell[],
  agreeing: number,
  on: LocalDate,
): VerdictWord {
  if (cells.length === 0) return 'untestable'
  if (agreeing === cells.length) return 'supported'
  if (saidBy(claim) <= on && weighing.wasRight(claim)) return 'overtaken'
  if (agreeing > 0) return 'partly'
  return willBeRight(cells, on) ? 'not-yet' : 'contradicted'
}

/** Whether there is a later day on which every cell agrees: it can only be one on which some cell changes. */
function willBeRight(cells: readonly AssertedCell[], on: LocalDate): boolean {
  const starts = new Set(cells.flatMap(({ assertion: { from } }) => from ?? []))
  for (const { cell } of cells) for (const day of cell.starts()) starts.add(day)
  return [...starts].some((day) => day > on && cells.every((cell) => agreesOn(cell, day)))
}

function counted(cells: readonly AssertedCell[], on: LocalDate): Omit<Verdict, 'word'> {
  const bearings = new Map<string, Set<Bearing>>()
  const count = { agrees: 0, unclear: 0, disagrees: 0 }
  for (const cell of cells) {
    const bearing = bearingOn(cell, on)
    count[bearing] += 1
    bearings.set(cell.material, (bearings.get(cell.material) ?? new Set()).add(bearing))
  }
  const all = [...bearings]
  const only = (bearing: Bearing) =>
    all.filter(([, its]) => its.size === 1 && its.has(bearing)).map(([material]) => material)
  return {
    cells: cells.length,
    agreeing: count.agrees,
    unclear: count.unclear,
    supporting: only('agrees'),
    contradicting: only('disagrees'),
    unclearMaterials: only('unclear'),
    mixed: all.filter(([, its]) => its.size > 1).map(([material]) => material),
  }
}
