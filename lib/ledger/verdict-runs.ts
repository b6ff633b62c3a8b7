import type { Interval, LocalDate } from './interval'
import { nextDay } from './interval'
import { saidBy } from './period'
import type { Claim } from './testimony'
import type { Verdict } from './verdict'
import { verdictOf } from './verdict'
import type { Weighing } from './weighing'
import { bearingOn } from './weighing'

/** Days on which one verdict holds with as many cells that agree and that are unclear, and the instruments behind the cells that turned on the first. */
export type VerdictRun = Interval & { readonly verdict: Verdict; readonly by: readonly string[] }

/**
 * The verdicts on a claim from the day by which it was made on, by the law as it was opened: scheduled days included.
 * Empty of a claim that nothing can test, or that was made before the record begins.
 */
export function verdictRuns(weighing: Weighing, claim: Claim): readonly VerdictRun[] {
  const said = saidBy(claim)
  const cells = weighing.cellsOf(claim)
  if (cells.length === 0 || said < weighing.law.coversFrom) return []
  const runs: VerdictRun[] = []
  for (const from of daysToLookAt(weighing, claim, said)) {
    const verdict = verdictOf(weighing.law, claim, from, weighing)
    const previous = runs.at(-1)
    if (previous !== undefined && saysTheSame(previous.verdict, verdict)) continue
    if (previous !== undefined) runs[runs.length - 1] = { ...previous, to: from }
    runs.push({
      from,
      to: null,
      verdict,
      by: previous === undefined ? [] : turnedBy(weighing, claim, previous.from, from),
    })
  }
  return runs
}

function saysTheSame(a: Verdict, b: Verdict): boolean {
  return a.word === b.word && a.agreeing === b.agreeing && a.unclear === b.unclear
}

/** Days from a day on on which a cell changes, or an assertion begins or is over, and that day itself. */
export function daysToLookAt(weighing: Weighing, claim: Claim, said: LocalDate): readonly LocalDate[] {
  const days = new Set<LocalDate>([said])
  for (const { from, to } of claim.asserts) {
    if (from !== null) days.add(from)
    if (to !== null) days.add(nextDay(to))
  }
  for (const { cell } of weighing.cellsOf(claim)) for (const day of cell.starts()) days.add(day)
  return [...days].filter((day) => day >= said).sort()
}

function turnedBy(weighing: Weighing, claim: Claim, before: LocalDate, on: LocalDate): readonly string[] {
  const turned = weighing.cellsOf(claim).filter((cell) => bearingOn(cell, before) !== bearingOn(cell, on))
  const cells = new Set(turned.map(({ cell }) => cell))
  return [...new Set([...cells].flatMap((cell) => cell.instrumentsOn(on)))].sort()
}
