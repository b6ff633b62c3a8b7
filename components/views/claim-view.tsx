import { PageShell } from '@/components/shell/page-shell'
import type { ClaimPage } from '@/components/views/claims-pages'

export function ClaimView({ claim, ...frame }: ClaimPage) {
  return (
    <PageShell frame={frame}>
      <h1>{claim.statement}</h1>
    </PageShell>
  )
}
