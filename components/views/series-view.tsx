import { PageShell } from '@/components/shell/page-shell'
import type { SeriesPage } from '@/components/views/evidence-pages'

export function SeriesView({ indicator, ...frame }: SeriesPage) {
  return (
    <PageShell frame={frame}>
      <h1>{indicator.title}</h1>
    </PageShell>
  )
}
