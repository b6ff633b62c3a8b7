import { Answer } from '@/components/matrix/answer'
import { Changed } from '@/components/matrix/changed'
import { FormTable } from '@/components/matrix/form-table'
import { Legend } from '@/components/matrix/legend'
import { MatrixTools } from '@/components/matrix/matrix-tools'
import { QuestionForm } from '@/components/matrix/question-form'
import { RegimeTable } from '@/components/matrix/regime-table'
import { Steps } from '@/components/matrix/steps'
import { PageShell } from '@/components/shell/page-shell'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'

/** The matrix: the answer in one sentence, the question, the table, and what changed or comes. */
export function MatrixView(page: MatrixPage) {
  const { by } = page.coordinates
  const skips = [
    { href: '#matrix', label: say('shell.skip.table') },
    { href: '#after-matrix', label: say('shell.skip.after') },
  ]
  return (
    <PageShell frame={page} skips={skips}>
      <Answer page={page} />
      <QuestionForm page={page} />
      <Steps page={page} />
      <MatrixTools page={page} />
      <ScrollRegion name={say('matrix.region')} wide="matrix">
        {by === 'form' ? <FormTable page={page} /> : <RegimeTable page={page} />}
      </ScrollRegion>
      <div id="after-matrix" />
      <Legend page={page} />
      <Changed page={page} />
    </PageShell>
  )
}
