import { PageShell } from '@/components/shell/page-shell'
import type { EvidencePage } from '@/components/views/evidence-pages'
import { say } from '@/lib/contract/words/catalogue'

export function EvidenceView({ ...frame }: EvidencePage) {
  return (
    <PageShell frame={frame}>
      <h1>{say('evidence.title')}</h1>
    </PageShell>
  )
}
