import { dayInShort, dayInWords, looseInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'

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
