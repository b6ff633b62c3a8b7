import { dayInShort, dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import { isLocalDate } from '@/lib/ledger/interval'

/** A Beijing day as `<time>`; `short` for narrow places. */
export function DayStamp({ day, short = false }: { readonly day: LocalDate; readonly short?: boolean }) {
  return (
    <time dateTime={day} className="nowrap">
      {short ? dayInShort(day) : dayInWords(day)}
    </time>
  )
}

/** A day, a month (`2025-05`), a year or a period as the source prints it. */
export function LooseStamp({ when }: { readonly when: string }) {
  return (
    <time dateTime={when} className="nowrap">
      {looseInWords(when)}
    </time>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** In words as precisely as the source gives it: `10 November 2026`, `May 2025`, `2026`. */
export function looseInWords(when: string): string {
  if (isLocalDate(when)) return dayInWords(when)
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(when) ? MONTH.format(Date.parse(`${when}-01`)) : when
}
