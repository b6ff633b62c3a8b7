import { isLocalDate, type LocalDate } from '@/lib/ledger/interval'
import { perLanguage } from './language'

const LONG = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

const long = perLanguage((locale) => new Intl.DateTimeFormat(locale, LONG))
const short = perLanguage((locale) => new Intl.DateTimeFormat(locale, { ...LONG, month: 'short' }))
const month = perLanguage((locale) => new Intl.DateTimeFormat(locale, { ...LONG, day: undefined }))
const year = perLanguage((locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }))

/** A Beijing day in words: `10 November 2026`, `2026年11月10日`. */
export function dayInWords(day: LocalDate): string {
  return long().format(Date.parse(day))
}

/** A Beijing day for narrow places: `10 Nov 2026`, `2026年11月10日`. */
export function dayInShort(day: LocalDate): string {
  return short().format(Date.parse(day))
}

/** A day, a month or a year as precisely as its source gives it: `10 November 2026`, `May 2025`, `2026`. */
export function looseInWords(when: string): string {
  if (isLocalDate(when)) return dayInWords(when)
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(when)) return month().format(Date.parse(`${when}-01`))
  return /^\d{4}$/.test(when) ? year().format(Date.parse(`${when}-01-01`)) : when
}

const axisMonth = perLanguage((locale) => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }))

/** The month of a day without its year, for an axis: `Nov`, `11月`. */
export function monthInShort(day: string): string {
  return axisMonth().format(Date.parse(day))
}
