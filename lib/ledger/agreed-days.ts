import type { Interval } from './interval'
import { saidBy } from './period'
import type { Claim } from './testimony'
import { daysToLookAt } from './verdict-runs'
import type { Weighing } from './weighing'
import { agreesOn } from './weighing'

/**
 * The days from the one by which a claim had been made on, on which every asserted cell is as was said, by the law as it
 * was opened: scheduled days included. A verdict is of one day; these tell when a promise was true that is not so today.
 * Empty of a claim that nothing can test, or that was made before the record begins.
 */
export function agreedDays(weighing: Weighing, claim: Claim): readonly Interval[] {
  const said = saidBy(claim)
  const cells = weighing.cellsOf(claim)
  if (cells.length === 0 || said < weighing.law.coversFrom) return []
  const runs: Interval[] = []
  let since: Interval['from'] | null = null
  for (const day of daysToLookAt(weighing, claim, said)) {
    const agreed = cells.every((cell) => agreesOn(cell, day))
    if (agreed) since ??= day
    else if (since !== null) {
      runs.push({ from: since, to: day })
      since = null
    }
  }
  return since === null ? runs : [...runs, { from: since, to: null }]
}
