import { PageShell } from '@/components/shell/page-shell'
import type { RehearsalPage } from '@/components/views/calendar-pages'
import { say } from '@/lib/contract/words/catalogue'

export function RehearsalView({ ...frame }: RehearsalPage) {
  return (
    <PageShell frame={frame}>
      <h1>{say('rehearsal.title')}</h1>
    </PageShell>
  )
}
