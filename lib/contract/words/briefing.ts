import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'
import { byDay } from '@/lib/ledger/calendar/calendar'
import type { Loudest } from '@/lib/ledger/loudest'
import { silenceInWords } from './agenda'
import { say } from './catalogue'
import { dayInShort, dayInWords } from './day'
import { instrumentName } from './instrument'
import { summaryOf } from './legal-day'
import { mark, sentences } from './list'

/** As many days that come, and that have passed in silence, stand in a briefing; the calendar has all. */
const SHOWN = { ahead: 4, silent: 3 }

/** A day that has passed with nothing on file: the instrument that it is of (`null`: none is law), and what is told of it. */
export function silentInWords({ day, toldOn, lookedThrough }: CalendarEntry) {
  if (day.kind === 'suspension-ends' && day.instrument !== null && lookedThrough !== null) {
    const { assumedInclusive } = day
    return {
      instrument: day.instrument,
      words: silenceInWords({ lastDay: toldOn, verifiedThrough: lookedThrough, assumedInclusive }),
    }
  }
  const values = { day: dayInWords(toldOn), what: summaryOf(day) }
  return {
    instrument: null,
    words:
      lookedThrough === null
        ? say('briefing.due.unseen', values)
        : say('briefing.due.silent', { ...values, verified: dayInWords(lookedThrough) }),
  }
}

/** The same as one sentence: `No. 70 of 2025: the last day was …`. */
export function silentSentence(entry: CalendarEntry): string {
  const { instrument, words } = silentInWords(entry)
  return instrument === null ? words : `${instrumentName(instrument)}${mark('colon')}${words}`
}

/** What has passed in silence, the latest first, as far as there is room, and how many more there are. */
export function shownSilent(silent: readonly CalendarEntry[]) {
  return { shown: silent.toReversed().slice(0, SHOWN.silent), more: Math.max(silent.length - SHOWN.silent, 0) }
}

/** The next days, one line each: the first of what a day brings, and how much more there is. */
export function shownAhead(ahead: readonly CalendarEntry[]) {
  return byDay(ahead)
    .slice(0, SHOWN.ahead)
    .map((entries) => {
      const [{ day, toldOn }] = entries
      const name = day.instrument === null ? '' : instrumentName(day.instrument)
      const first = day.kind === 'suspension-ends' ? say('briefing.next.ends', { name }) : summaryOf(day)
      return {
        on: toldOn,
        inShort: dayInShort(toldOn),
        what: entries.length === 1 ? first : say('briefing.next.and', { what: first, count: entries.length - 1 }),
        /** The suspension whose end can be rehearsed. */
        ends: day.kind === 'suspension-ends' ? day.instrument : null,
      }
    })
}

/** Who said it, when, and how long no instrument has followed. */
export function loudestInWords({ claim, gap }: Loudest) {
  return {
    statement: claim.statement,
    said: say('briefing.claim.said', { name: claim.speaker.name, day: dayInWords(gap.said) }),
    waits: sentences(
      say('briefing.claim.waits', { days: gap.waited }),
      gap.unclear === 0 ? null : say('briefing.claim.unclear', { unclear: gap.unclear, cells: gap.cells }),
    ),
  }
}
