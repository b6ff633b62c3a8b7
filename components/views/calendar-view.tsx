import { PageShell } from '@/components/shell/page-shell'
import type { CalendarPage } from '@/components/views/calendar-pages'
import { say } from '@/lib/contract/words/catalogue'

export function CalendarView({ ...frame }: CalendarPage) {
  return (
    <PageShell frame={frame}>
      <h1>{say('calendar.title')}</h1>
    </PageShell>
  )
}
