import type { ClaimReading } from '@/lib/ledger/claim-reading'
import type { Interval, LocalDate } from '@/lib/ledger/interval'
import { lastDayOf } from '@/lib/ledger/interval'
import { say } from './catalogue'
import { dayInShort, dayInWords, looseInWords } from './day'
import { listed } from './list'

/**
 * On which days everything was as was said, in a few words: `borne out 7 Nov 2025 – 10 Nov 2026`; nothing of no day. What
 * lies after the day asked is scheduled.
 */
export function agreedInShort({ agreed }: Pick<ClaimReading, 'agreed'>, on: LocalDate): string | null {
  return agreed.length === 0 ? null : listed(agreed.map((days) => daysInWords(days, on)))
}

/** The same as a sentence, which also tells that it was so on no day; nothing of what cannot be tested or was not made yet. */
export function agreedInWords({ agreed, gap }: Pick<ClaimReading, 'agreed' | 'gap'>, on: LocalDate): string | null {
  if (gap === null || gap.word === 'untestable' || gap.word === 'before-record') return null
  const day = dayInWords(on)
  const days = agreedInShort({ agreed }, on)
  return days === null ? say('claims.agreed.never', { day }) : say('claims.agreed.sentence', { days, day })
}

function daysInWords({ from, to }: Interval, on: LocalDate): string {
  const last = lastDayOf({ from, to })
  const days = { from: dayInShort(from), last: last === null ? '' : dayInShort(last) }
  if (last === null) return say(from > on ? 'claims.agreed.ahead' : 'claims.agreed.since', days)
  if (from > on) return say('claims.agreed.aheadThrough', days)
  return say(last > on ? 'claims.agreed.sinceThrough' : 'claims.agreed.past', days)
}

/** The day as which a claim is read; one that is dated to a month or a year says that its day is unknown. */
export function readOnInWords({ claim, said }: Pick<ClaimReading, 'claim' | 'said'>): string {
  const day = dayInWords(said)
  return claim.saidOn.length === 10
    ? say('claims.page.then', { day })
    : say('claims.page.thenLoose', { when: looseInWords(claim.saidOn), day })
}
