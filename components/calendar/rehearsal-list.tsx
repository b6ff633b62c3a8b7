import { linkTo, toEnglish } from '@/components/marks/link-to'
import type { CalendarPage } from '@/components/views/calendar-pages'
import { EVERYTHING, FEED_PATHS, feedAddress } from '@/lib/contract/feed-address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'

/** Every suspension on file with its rehearsal, and where the same days can be subscribed to. */
export function RehearsalList({ page }: { readonly page: CalendarPage }) {
  return (
    <>
      <p>
        <a {...toEnglish(feedAddress(FEED_PATHS.calendar, EVERYTHING))}>{say('calendar.link.ics')}</a>
        {' · '}
        <a {...toEnglish(feedAddress(FEED_PATHS.atom, EVERYTHING))}>{say('calendar.link.feed')}</a>
      </p>
      {page.suspending.length > 0 && <p>{say('calendar.rehearsals')}</p>}
      <ul className="lines">
        {page.suspending.map(({ instrument, firstDay, lastDay }) => {
          const values = { name: instrumentName(instrument), first: dayInWords(firstDay) }
          return (
            <li key={instrument.key}>
              <a href={linkTo(page.coordinates, { name: 'rehearsal', key: instrument.key, until: null })}>
                {lastDay === null
                  ? say('calendar.rehearsalOpen', values)
                  : say('calendar.rehearsal', { ...values, last: dayInWords(lastDay) })}
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
