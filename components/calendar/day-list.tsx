import { Entry } from '@/components/calendar/entry'
import { DayStamp } from '@/components/marks/day-stamp'
import type { CalendarPage } from '@/components/views/calendar-pages'
import { distanceInWords } from '@/lib/contract/words/calendar'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'
import { byDay } from '@/lib/ledger/calendar/calendar'

/** Legal days in their order, each with everything that falls on it. */
export function DayList({
  entries,
  page,
}: {
  readonly entries: readonly CalendarEntry[]
  readonly page: CalendarPage
}) {
  return (
    <ol className="calendar-days">
      {byDay(entries).map((own) => {
        const [first] = own
        return (
          <li key={first.toldOn}>
            <h3>
              <DayStamp day={first.toldOn} />
              <small>{distanceInWords(first, page.coordinates.question.on)}</small>
            </h3>
            <div>
              {own.map((entry) => (
                <Entry key={entry.day.id} entry={entry} page={page} />
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
