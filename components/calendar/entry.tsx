import { EntryLinks } from '@/components/calendar/entry-links'
import { KindMark } from '@/components/calendar/kind-mark'
import { inEnglish } from '@/components/ui/english'
import { Runs } from '@/components/ui/runs'
import type { CalendarPage } from '@/components/views/calendar-pages'
import {
  disputedInWords,
  endsInWords,
  expectedInWords,
  movedInWords,
  termsInWords,
  whatInWords,
} from '@/lib/contract/words/calendar'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { listed, mark } from '@/lib/contract/words/list'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'

/** One legal day: its kind, what it is, both ends where something ends, what cells do, and the ways on. */
export function Entry({ entry, page }: { readonly entry: CalendarEntry; readonly page: CalendarPage }) {
  const { day, event, claims, statements, standing } = entry
  const speakers = claims.map(({ speaker }) => speaker.name)
  const isOfLaw = day.instrument !== null
  const sentences = [
    endsInWords(entry),
    disputedInWords(entry),
    termsInWords(entry),
    speakers.length === 0 ? null : say('calendar.said', { speakers: listed([...new Set(speakers)], 'and') }),
    statements.length === 0 ? null : say('calendar.statement', { names: listed(statements.map(instrumentName)) }),
    isOfLaw ? movedInWords(day.on, page.moved[day.id], page.materials) : null,
    standing === 'silent' ? `${say('calendar.silence.expected')}${mark('colon')}${expectedInWords(entry)}` : null,
  ]
  return (
    <article className="calendar-entry" data-standing={standing} data-kind={day.kind}>
      <KindMark entry={entry} />
      <p>
        <Runs text={whatInWords(entry)} />
      </p>
      {event !== null && (
        <p className="soft" {...inEnglish()}>
          {event.summary}
        </p>
      )}
      {sentences
        .filter((sentence) => sentence !== null)
        .map((sentence) => (
          <p key={sentence} className="small">
            <Runs text={sentence} />
          </p>
        ))}
      <EntryLinks entry={entry} at={page.coordinates} />
    </article>
  )
}
