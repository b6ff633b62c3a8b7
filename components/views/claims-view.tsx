import { PageShell } from '@/components/shell/page-shell'
import type { ClaimsPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'

export function ClaimsView({ ...frame }: ClaimsPage) {
  return (
    <PageShell frame={frame}>
      <h1>{say('claims.title')}</h1>
    </PageShell>
  )
}
