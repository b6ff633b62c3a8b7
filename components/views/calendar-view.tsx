import { DayList } from '@/components/calendar/day-list'
import { DueList } from '@/components/calendar/due-list'
import { RehearsalList } from '@/components/calendar/rehearsal-list'
import { SilenceTable } from '@/components/calendar/silence-table'
import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import type { CalendarPage } from '@/components/views/calendar-pages'
import { ledeInWords } from '@/lib/contract/words/calendar'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { gathered } from '@/lib/ledger/gathered'

/** What has fallen due and what comes, as of the asked day; then the registers; then everything before it. */
export function CalendarView(page: CalendarPage) {
  const { leading, ahead, behind } = page.calendar
  const led = new Set(leading.map(({ day }) => day.id))
  const further = ahead.filter(({ day }) => !led.has(day.id))
  return (
    <PageShell frame={page}>
      <h1>{say('calendar.heading', { day: dayInWords(page.coordinates.question.on) })}</h1>
      <p className="lede">{ledeInWords(page.calendar)}</p>
      <p className="small soft">{say('calendar.note')}</p>
      <Section id="leading" title={say('calendar.section.leading')}>
        {leading.length === 0 ? <p>{say('calendar.none.leading')}</p> : <DayList entries={leading} page={page} />}
      </Section>
      <Section id="silent" title={say('calendar.section.silent')}>
        <SilenceTable page={page} />
      </Section>
      <Section id="due" title={say('calendar.section.due')}>
        <DueList page={page} />
      </Section>
      <Section id="subscribe" title={say('calendar.section.subscribe')}>
        <RehearsalList page={page} />
      </Section>
      {further.length > 0 && (
        <Section id="ahead" title={say('calendar.section.ahead')}>
          <DayList entries={further} page={page} />
        </Section>
      )}
      <Section id="behind" title={say('calendar.section.behind')}>
        {behind.length === 0 && <p>{say('calendar.none.behind')}</p>}
        {gathered(behind, ({ toldOn }) => toldOn.slice(0, 4)).map((own, index) => (
          <details key={own[0].toldOn} open={index === 0}>
            <summary>{say('calendar.section.year', { year: own[0].toldOn.slice(0, 4) })}</summary>
            <DayList entries={own} page={page} />
          </details>
        ))}
      </Section>
    </PageShell>
  )
}
