import type { LocalDate } from '../interval'
import { isLocalDate, lastDayOfPeriod, nextDay } from '../interval'

export type PeriodLength = 'day' | 'month' | 'quarter' | 'year' | 'span'

/** The days that a value was measured over: from the first up to but not including `to`. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate; readonly length: PeriodLength }

/**
 * The days of a period as sources print it: a day, a month (`2025-05`), a quarter (`2026-Q1`), a year (`2025`), or a span
 * of two of them (`2025-01/2025-05`, both inclusive, the second not before the first); `null` when the text is none.
 */
export function readPeriod(text: string): Period | null {
  const [first = '', last, ...more] = text.split('/')
  const begin = readOne(first)
  if (last === undefined || begin === null) return begin
  const end = readOne(last)
  if (more.length > 0 || end === null || end.to <= begin.from) return null
  return { from: begin.from, to: end.to, length: 'span' }
}

/**
 * The same of a text that was read before.
 *
 * @throws {TypeError} when the text is no period; record files and forms are checked when they are read.
 */
export function periodOf(text: string): Period {
  const period = readPeriod(text)
  if (period === null) throw new TypeError(`not a period: ${JSON.stringify(text)}`)
  return period
}

/** Whether two periods have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return a.from < b.to && b.from < a.to
}

const SHAPES: readonly (readonly [RegExp, Exclude<PeriodLength, 'span'>])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-Q[1-4]$/, 'quarter'],
  [/^\d{4}$/, 'year'],
]

function readOne(text: string): Period | null {
  const length = SHAPES.find(([shape]) => shape.test(text))?.[1]
  if (length === undefined) return null
  const [year = '', part = ''] = text.split('-')
  const [begins, ends] =
    length === 'quarter'
      ? [`${year}-${twoDigits(Number(part[1]) * 3 - 2)}-01`, `${year}-${twoDigits(Number(part[1]) * 3)}`]
      : [`${text}-01-01`.slice(0, 10), text]
  return isLocalDate(begins) ? { from: begins, to: nextDay(lastDayOfPeriod(ends)), length } : null
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}
