import { AssertedTable } from '@/components/claims/asserted-table'
import { ClaimFacts } from '@/components/claims/claim-facts'
import { instrumentNames } from '@/components/claims/instrument-names'
import { RulesTable } from '@/components/claims/rules-table'
import { VerdictCell } from '@/components/claims/verdict-cell'
import { VerdictLegend } from '@/components/claims/verdict-legend'
import { VerdictMark } from '@/components/claims/verdict-mark'
import { VerdictRunsTable } from '@/components/claims/verdict-runs-table'
import { Citations } from '@/components/marks/citations'
import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { English } from '@/components/ui/english'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { ClaimPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { gapInWords, kindsOf } from '@/lib/contract/words/claims'
import { agreedInWords, readOnInWords } from '@/lib/contract/words/claims-agreed'
import { editorInWords } from '@/lib/contract/words/claims-editor'
import { dayInWords } from '@/lib/contract/words/day'

/** One claim beside the law: what was said, what the law makes of it, and what became of it. */
export function ClaimView(page: ClaimPage) {
  const { claim, coordinates, sources, rows, rules, runs } = page
  const trail = [{ label: say('claims.title'), href: linkTo(coordinates, { name: 'claims' }) }]
  return (
    <PageShell frame={page} trail={trail}>
      <h1>
        <English>{claim.statement}</English>
      </h1>
      {claim.quote !== null && (
        <blockquote className="serif claim-quote">
          <English>{say('claims.quote', { quote: claim.quote })}</English>
        </blockquote>
      )}
      <Verdicts page={page} />
      <ClaimFacts page={page} />
      {runs.length > 0 && (
        <Section id="next" title={say('claims.page.next')}>
          <VerdictRunsTable page={page} />
        </Section>
      )}
      {rules.length > 0 && (
        <Section id="rules" title={say('claims.page.applied')}>
          <RulesTable page={page} />
        </Section>
      )}
      {rows.length > 0 && (
        <Section id="cells" title={say('claims.page.cells')}>
          <p className="soft">{say('claims.page.cellsNote')}</p>
          <AssertedTable page={page} />
        </Section>
      )}
      <Neighbours page={page} />
      <Section id="sources" title={say('claims.page.sources')}>
        <Citations at={coordinates} cited={claim.sources} sources={sources} />
      </Section>
      <VerdictLegend />
    </PageShell>
  )
}

/** The three answers and the editor's: when it was said, on the asked day, the gap, and how a person reads it. */
function Verdicts({ page }: { readonly page: ClaimPage }) {
  const { claim, reading, coordinates, materials, instruments, sources } = page
  const { on } = coordinates.question
  const kinds = kindsOf(materials)
  return (
    <section className="claim-verdicts" aria-label={say('claims.page.verdicts')}>
      <Facts
        facts={[
          {
            name: readOnInWords(reading),
            value: <VerdictCell verdict={reading.whenSaid} reading={reading} kinds={kinds} />,
          },
          {
            name: say('claims.page.now', { day: dayInWords(on) }),
            value:
              reading.onDay === null ? (
                say('claims.page.notYet', { day: dayInWords(on) })
              ) : (
                <VerdictCell verdict={reading.onDay} reading={reading} kinds={kinds} />
              ),
          },
          { name: say('claims.page.agreed'), value: agreedInWords(reading, on) },
          { name: say('claims.page.gap'), value: gapInWords(reading, on, instrumentNames(instruments)) },
          {
            name: say('claims.page.editor'),
            value: (
              <>
                {editorInWords(reading)} <English>{claim.assessment.reason}</English>
                <details className="small">
                  <summary>{say('claims.page.sourcesEditor')}</summary>
                  <Citations at={coordinates} cited={claim.assessment.sources} sources={sources} />
                </details>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function Neighbours({ page: { claim, neighbours, bySame, coordinates } }: { readonly page: ClaimPage }) {
  if (neighbours.length === 0) return null
  const title = bySame ? say('claims.page.neighbours', { name: claim.speaker.name }) : say('claims.page.around')
  return (
    <Section id="neighbours" title={title}>
      <ul className="lines">
        {neighbours.map(({ claim: other, onDay }) => (
          <li key={other.key}>
            <p>
              <LooseStamp when={other.saidOn} /> {onDay !== null && <VerdictMark word={onDay.word} />}
            </p>
            <p className="serif">
              {!bySame && (
                <>
                  <English>{other.speaker.name}</English>{' '}
                </>
              )}
              <a href={linkTo(coordinates, { name: 'claim', key: other.key })}>
                <English>{other.statement}</English>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
