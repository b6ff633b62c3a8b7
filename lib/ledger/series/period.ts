import type { LocalDate } from '../interval'
import { lastDayOfPeriod, localDate, nextDay } from '../interval'

export type PeriodLength = 'day' | 'month' | 'quarter' | 'year' | 'span'

/** The days that a value was measured over: from the first up to but not including `to`. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate; readonly length: PeriodLength }

/**
 * The days of a period as sources print it: a day, a month (`2025-05`), a quarter (`2026-Q1`), a year (`2025`), or a span
 * of two of them (`2025-01/2025-05`, both inclusive).
 *
 * @throws {TypeError} when the text is none of them; record files are checked when they are read.
 */
export function periodOf(text: string): Period {
  const [first = '', last] = text.split('/')
  if (last !== undefined) return { from: firstDayOf(first), to: nextDay(lastDayOf(last)), length: 'span' }
  return { from: firstDayOf(first), to: nextDay(lastDayOf(first)), length: lengthOf(first) }
}

/** Whether two periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return a.from < b.to && b.from < a.to
}

/** Whether two texts name the very same days: `2026-Q1` and `2026-01/2026-03` do. */
export function sameDays(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}

const QUARTER = /^(\d{4})-Q([1-4])$/

function firstDayOf(text: string): LocalDate {
  const quarter = QUARTER.exec(text)
  if (quarter !== null) return localDate(`${quarter[1]}-${twoDigits(Number(quarter[2]) * 3 - 2)}-01`)
  return localDate(`${text}-01-01`.slice(0, 10))
}

function lastDayOf(text: string): LocalDate {
  const quarter = QUARTER.exec(text)
  return lastDayOfPeriod(quarter === null ? text : `${quarter[1]}-${twoDigits(Number(quarter[2]) * 3)}`)
}

function lengthOf(text: string): PeriodLength {
  if (QUARTER.test(text)) return 'quarter'
  return text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}
