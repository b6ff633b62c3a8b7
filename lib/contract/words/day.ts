import type { LocalDate } from '@/lib/ledger/interval'

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
