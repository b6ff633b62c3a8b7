import { isLocalDate, type LocalDate } from '@/lib/ledger/interval'

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A Beijing day in words: `10 November 2026`. */
export function dayInWords(day: LocalDate): string {
  return LONG.format(Date.parse(day))
}

/** A Beijing day for narrow places: `10 Nov 2026`. */
export function dayInShort(day: LocalDate): string {
  return SHORT.format(Date.parse(day))
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day, a month or a year as precisely as its source gives it: `10 November 2026`, `May 2025`, `2026`. */
export function looseInWords(when: string): string {
  if (isLocalDate(when)) return dayInWords(when)
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(when) ? MONTH.format(Date.parse(`${when}-01`)) : when
}
