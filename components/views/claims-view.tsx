import { facetsOf } from '@/components/claims/claim-facets'
import { ClaimsChart } from '@/components/claims/claims-chart'
import { ClaimsIsland } from '@/components/claims/claims-island.client'
import { ClaimsTable } from '@/components/claims/claims-table'
import { ClaimsWithoutScripts } from '@/components/claims/claims-without-scripts'
import { VerdictLegend } from '@/components/claims/verdict-legend'
import { PageShell } from '@/components/shell/page-shell'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { Section } from '@/components/ui/section'
import type { ClaimsPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { summaryInWords } from '@/lib/contract/words/claims-summary'
import { mark } from '@/lib/contract/words/list'

/** Everything that was said by the asked day, beside the law. */
export function ClaimsView(page: ClaimsPage) {
  const { readings, later, coordinates } = page
  return (
    <PageShell frame={page} skips={[{ href: '#claims', label: say('claims.table.skip') }]}>
      <h1>{say('claims.title')}</h1>
      <p className="lede">{summaryInWords(readings, coordinates.question)}</p>
      <p className="soft">
        {say('claims.lead')} {later > 0 && say('claims.later', { count: later })}
      </p>
      {readings.length > 0 && (
        <>
          <Section id="words-and-law" title={say('claims.chart.title')}>
            <ClaimsChart page={page} />
            <TimelineLegend />
          </Section>
          <div className="tools claims-tools">
            <ClaimsWithoutScripts page={page} />
            <ClaimsIsland filters={facetsOf(page)} words={islandWords()} />
          </div>
          <ClaimsTable page={page} />
        </>
      )}
      <VerdictLegend />
    </PageShell>
  )
}

/** The island speaks the catalogue's words without carrying the catalogue. */
function islandWords() {
  return {
    filters: say('claims.filter.title'),
    showing: say.raw('claims.filter.showing') as string,
    none: say.raw('claims.filter.none') as string,
    lift: say('claims.filter.lift'),
    liftAll: say('claims.filter.liftAll'),
    marks: [mark('colon'), mark('pause'), mark('semicolon')] as const,
  }
}
