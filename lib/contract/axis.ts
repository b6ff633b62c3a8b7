import type { LocalDate } from '@/lib/ledger/interval'
import { daysBetween, localDate, shiftDays } from '@/lib/ledger/interval'

/** A stretch of days drawn from left to right. `width` is in user units of the drawing. */
export type Scale = { readonly from: LocalDate; readonly to: LocalDate; readonly width: number }

export const WIDTH = 880

/** How long the drawing goes on after the last day that means something. */
const TAIL = 150

/** The axis for days that mean something: from 1 January of the first one's year to the first of a quarter after the last. */
export function scaleOf(days: readonly LocalDate[], on: LocalDate): Scale {
  const { first, to } = endsOf(days, on)
  return { from: localDate(`${first.slice(0, 4)}-01-01`), to, width: WIDTH }
}

/** The same from the month before the first of the days, for a drawing that has no room to stand empty. */
export function tightScaleOf(days: readonly LocalDate[], on: LocalDate): Scale {
  const { first, to } = endsOf(days, on)
  return { from: firstOfMonth(shiftDays(firstOfMonth(first), -1)), to, width: WIDTH }
}

function endsOf(days: readonly LocalDate[], on: LocalDate) {
  const sorted = [on, ...days].sort()
  return { first: sorted[0] ?? on, to: quarterAfter(shiftDays(sorted.at(-1) ?? on, TAIL)) }
}

function firstOfMonth(day: LocalDate): LocalDate {
  return localDate(`${day.slice(0, 7)}-01`)
}

/** Where a day stands, cut off at both ends of the axis; one decimal is finer than a screen shows. */
export function xOf({ from, to, width }: Scale, day: LocalDate): number {
  const x = (daysBetween(from, day) / daysBetween(from, to)) * width
  return Math.round(Math.min(Math.max(x, 0), width) * 10) / 10
}

/** The first days of quarters on the axis. */
export function quartersOf(scale: Scale): readonly LocalDate[] {
  const quarters: LocalDate[] = []
  for (let day = quarterFrom(scale.from); day < scale.to; day = quarterAfter(day)) quarters.push(day)
  return quarters
}

/** The day itself where a quarter begins on it, else the first day of the next. */
function quarterFrom(day: LocalDate): LocalDate {
  return /-(01|04|07|10)-01$/.test(day) ? day : quarterAfter(day)
}

/** The first day of the quarter that begins after a day. */
function quarterAfter(day: LocalDate): LocalDate {
  const year = Number(day.slice(0, 4))
  const next = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 4
  return localDate(next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`)
}
