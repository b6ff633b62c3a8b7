declare const day: unique symbol

/** A calendar day in Beijing as the gazette prints it, `YYYY-MM-DD`. No clock, no time zone. */
export type LocalDate = string & { readonly [day]: true }

/** Days from `from` up to but not including `to`. `to: null` means no end is known. */
export type Interval = { readonly from: LocalDate; readonly to: LocalDate | null }

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day that exists: `2025-02-30` and `2025-2-3` are not. */
export function isLocalDate(text: string): text is LocalDate {
  const parts = DAY.exec(text)
  if (parts === null) return false
  const [, year, month, dayOfMonth] = parts.map(Number) as [number, number, number, number]
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

/**
 * A text that is known to be a day, as a day.
 *
 * @throws {TypeError} when it is not: readers' input is checked with `isLocalDate` before it gets here.
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new TypeError(`not a calendar day: ${JSON.stringify(text)}`)
  return text
}

/** ISO days sort as text, so the comparison needs no date arithmetic. */
export function contains(interval: Interval, on: LocalDate): boolean {
  return interval.from <= on && (interval.to === null || on < interval.to)
}

/** The calendar day after: turns an inclusive last day into the first day after it. */
export function nextDay(on: LocalDate): LocalDate {
  return shiftDays(on, 1)
}

/** The calendar day before: turns a first day after into the last day. */
export function previousDay(on: LocalDate): LocalDate {
  return shiftDays(on, -1)
}

/** The last day inside an interval, `null` when it has no end. */
export function lastDayOf(interval: Interval): LocalDate | null {
  return interval.to === null ? null : previousDay(interval.to)
}

/** The day `count` days later (earlier when negative). */
export function shiftDays(on: LocalDate, count: number): LocalDate {
  return fromDayNumber(dayNumber(on) + count)
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a)
}

/** The same day of the year, `count` years later; 29 February becomes the 28th where it must. */
export function shiftYears(on: LocalDate, count: number): LocalDate {
  const [year, month, dayOfMonth] = on.split('-').map(Number) as [number, number, number]
  return write(year + count, month, Math.min(dayOfMonth, daysInMonth(year + count, month)))
}

/**
 * The last day of a period as sources print it: a day, a month (`2025-05`) or a year (`2025`).
 *
 * @throws {TypeError} when the text is none of them.
 */
export function lastDayOfPeriod(period: string): LocalDate {
  if (/^\d{4}$/.test(period)) return localDate(`${period}-12-31`)
  if (/^\d{4}-\d{2}$/.test(period)) {
    const [year, month] = period.split('-').map(Number) as [number, number]
    return localDate(`${period}-${daysInMonth(year, month)}`)
  }
  return localDate(period)
}

/** The earlier of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days since 0000-03-01 in the Gregorian calendar: years that begin in March put the leap day last. */
function dayNumber(on: LocalDate): number {
  const [year, month, dayOfMonth] = on.split('-').map(Number) as [number, number, number]
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leaps + Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1
}

function fromDayNumber(number: number): LocalDate {
  const era = Math.floor(number / 146_097)
  const ofEra = number - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const dayOfMonth = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
}

function write(year: number, month: number, dayOfMonth: number): LocalDate {
  return localDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
  )
}
