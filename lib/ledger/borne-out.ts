import { agrees } from './claim'
import type { LocalDate } from './interval'
import { later } from './interval'
import type { AssertedCell } from './weighing'

/**
 * The first day from which the law, as one file of it stands, bears out what is asserted of a cell; `null` when it never
 * does.
 *
 * An assertion binds from the day it was said, or from its own first day where that is later. One that names a last day
 * must agree on every day through it, scheduled days included; one that names none must agree on some day. One whose last
 * day had passed when it was said is looked at on that day.
 *
 * @param said the Beijing day by which it had been said.
 */
export function borneOutFrom({ assertion, cell }: AssertedCell, said: LocalDate): LocalDate | null {
  const { status, from, to } = assertion
  const agreesOn = (day: LocalDate) => agrees(status, cell.statusOn(day))
  const first = from === null ? said : later(said, from)
  if (to !== null && to < first) return agreesOn(to) ? said : null
  const days = [first, ...cell.starts().filter((day) => day > first && (to === null || day <= to))]
  let since: LocalDate | null = null
  for (const day of days) {
    if (!agreesOn(day)) since = null
    else if (to === null) return day
    else since ??= day
  }
  return since
}
