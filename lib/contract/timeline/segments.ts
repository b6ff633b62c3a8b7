import type { Interval } from '@/lib/ledger/interval'
import { lastDayOf } from '@/lib/ledger/interval'
import type { LaneSpan } from '@/lib/ledger/lane'
import { say } from '../words/catalogue'
import { dayInWords } from '../words/day'

/** `in force`, or the words for a revival that nobody has verified. */
export function stateWord({ state, firm }: Pick<LaneSpan, 'state' | 'firm'>): string {
  return firm ? say(`status.state.${state}`) : say('timeline.notVerified')
}

/** One stretch of a lane for whoever cannot see it: its word, its first day, its last day and the day after. */
export function segmentInWords(lane: string, span: Interval, word: string): string {
  const last = lastDayOf(span)
  const values = { lane, word, from: dayInWords(span.from) }
  return last === null || span.to === null
    ? say('timeline.segmentOpen', values)
    : say('timeline.segment', { ...values, last: dayInWords(last), after: dayInWords(span.to) })
}
