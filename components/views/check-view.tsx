import { PageShell } from '@/components/shell/page-shell'
import type { CheckPage } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'

export function CheckView({ ...frame }: CheckPage) {
  return (
    <PageShell frame={frame}>
      <h1>{say('check.title')}</h1>
    </PageShell>
  )
}
