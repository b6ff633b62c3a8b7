import type { LocalDate } from '@/lib/ledger/interval'
import { daysBetween, localDate, shiftDays } from '@/lib/ledger/interval'

/** A stretch of days drawn from left to right. `width` is in user units of the drawing. */
export type Scale = { readonly from: LocalDate; readonly to: LocalDate; readonly width: number }

export const WIDTH = 880

/** How long the drawing goes on after the last day that means something. */
const TAIL = 150

/** The axis for days that mean something: from 1 January of the first one's year to the first of a quarter after the last. */
export function scaleOf(days: readonly LocalDate[], on: LocalDate): Scale {
  const sorted = [on, ...days].sort()
  const first = sorted[0] ?? on
  const last = shiftDays(sorted.at(-1) ?? on, TAIL)
  return { from: localDate(`${first.slice(0, 4)}-01-01`), to: quarterAfter(last), width: WIDTH }
}

/** Where a day stands, cut off at both ends of the axis; one decimal is finer than a screen shows. */
export function xOf({ from, to, width }: Scale, day: LocalDate): number {
  const x = (daysBetween(from, day) / daysBetween(from, to)) * width
  return Math.round(Math.min(Math.max(x, 0), width) * 10) / 10
}

/** The first days of quarters on the axis. */
export function quartersOf(scale: Scale): readonly LocalDate[] {
  const quarters: LocalDate[] = []
  for (let day = scale.from; day < scale.to; day = quarterAfter(day)) quarters.push(day)
  return quarters
}

/** The first day of the quarter that begins after a day. */
function quarterAfter(day: LocalDate): LocalDate {
  const year = Number(day.slice(0, 4))
  const next = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 4
  return localDate(next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`)
}
