import { Briefing } from '@/components/briefing/briefing'
import { BuyerSection } from '@/components/lens/buyer-section'
import { Profiles } from '@/components/lens/profiles'
import { Answer } from '@/components/matrix/answer'
import { CompareLinks } from '@/components/matrix/compare-links'
import { FormTable } from '@/components/matrix/form-table'
import { Legend } from '@/components/matrix/legend'
import { MatrixTools } from '@/components/matrix/matrix-tools'
import { Pages } from '@/components/matrix/pages'
import { QuestionForm } from '@/components/matrix/question-form'
import { RegimeTable } from '@/components/matrix/regime-table'
import { Steps } from '@/components/matrix/steps'
import { ClaimList, ClaimsLead } from '@/components/proof/claim-list'
import { PageShell } from '@/components/shell/page-shell'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'

/** The matrix: the answer in one sentence, what changed or comes, the question, the table and its words. */
export function MatrixView(page: MatrixPage) {
  const { by } = page.coordinates
  const skips = [
    { href: '#matrix', label: say('shell.skip.table') },
    { href: '#after-matrix', label: say('shell.skip.after') },
  ]
  return (
    <PageShell frame={page} skips={skips}>
      <Answer page={page} />
      <Briefing page={page} />
      <Profiles page={page} />
      <QuestionForm page={page} />
      <div className="ways">
        <Steps page={page} />
        <CompareLinks page={page} />
      </div>
      <MatrixTools page={page} />
      <ScrollRegion name={say('matrix.region')} wide="matrix">
        {by === 'form' ? <FormTable page={page} /> : <RegimeTable page={page} />}
      </ScrollRegion>
      <Pages page={page} />
      <p className="scroll-hint small soft">{say('matrix.scrolls', { rows: page.matrix.rows.length })}</p>
      <div id="after-matrix">
        <Legend page={page} />
      </div>
      <BuyerSection page={page} />
      {page.claims.length > 0 && <p className="on-paper small soft">{say('briefing.claim.onPaper')}</p>}
      {page.claims.length > 0 && (
        <Section id="claims" title={say('matrix.changed.claims')}>
          <ClaimsLead undecided={page.undecided} />
          <ClaimList claims={page.claims} at={page.coordinates} />
        </Section>
      )}
    </PageShell>
  )
}
