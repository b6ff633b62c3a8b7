import { linkTo } from '@/components/marks/link-to'
import type { CalendarPage } from '@/components/views/calendar-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'
import type { LookDue } from '@/lib/ledger/calendar/calendar'
import { gathered } from '@/lib/ledger/gathered'

/** Instruments that somebody should look at again, by the day since which that is due; then those that come. */
export function DueList({ page }: { readonly page: CalendarPage }) {
  const { due, dueLater } = page.calendar
  return (
    <>
      {due.length === 0 && <p>{say('calendar.none.due')}</p>}
      <ul className="lines">
        {gathered(due, ({ on }) => on).map((own) => (
          <li key={own[0].on}>
            {say('calendar.due.since', { day: dayInWords(own[0].on), days: own[0].overdue })}
            <Instruments looks={own} page={page} />
          </li>
        ))}
      </ul>
      {dueLater.length > 0 && (
        <details>
          <summary>{say('calendar.due.next')}</summary>
          <ul className="lines">
            {gathered(dueLater, ({ on }) => on).map((own) => (
              <li key={own[0].on}>
                {say('calendar.due.nextDay', { day: dayInWords(own[0].on), count: own.length })}
                <Instruments looks={own} page={page} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Instruments({ looks, page }: { readonly looks: readonly LookDue[]; readonly page: CalendarPage }) {
  return (
    <small className="soft">
      {mark('colon')}
      {looks.map(({ instrument }, index) => (
        <span key={instrument.key}>
          {index > 0 && mark('semicolon')}
          <a href={linkTo(page.coordinates, { name: 'instrument', key: instrument.key })}>
            {say('calendar.due.line', {
              name: instrumentName(instrument),
              day: dayInWords(instrument.verifiedThrough),
            })}
          </a>
        </span>
      ))}
    </small>
  )
}
