import { AllCells } from '@/components/compare/all-cells'
import { Causes } from '@/components/compare/causes'
import { Differences } from '@/components/compare/differences'
import { OtherComparisons } from '@/components/compare/other-comparisons'
import { TwoSides } from '@/components/compare/two-sides'
import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import type { ComparePage } from '@/components/views/compare-page'
import { say } from '@/lib/contract/words/catalogue'
import { reliefInWords, summaryInWords } from '@/lib/contract/words/compare'

/** Two questions compared: sentences first, grouped by what made cells differ, then the cells that do, then all. */
export function CompareView(page: ComparePage) {
  const { comparison, groups, relief, nameOf, coordinates } = page
  const { pairs, differences } = comparison
  return (
    <PageShell frame={page}>
      <h1>{say('compare.title')}</h1>
      <p className="lede">{summaryInWords(groups, pairs.length)}</p>
      <p className="soft">{say(`compare.sides.scope.${coordinates.scope}`)}</p>
      <TwoSides page={page} />
      <OtherComparisons page={page} />
      <Causes page={page} />
      {differences.length > 0 && (
        <>
          <Section id="relief" title={say('compare.relief.title')}>
            <p>{reliefInWords(relief, nameOf)}</p>
            <p className="small soft">{say('compare.relief.note')}</p>
          </Section>
          <Section id="changed" title={say('compare.changed.title')}>
            <Differences page={page} />
          </Section>
        </>
      )}
      <Section id="all" title={say('compare.all.title', { count: pairs.length })}>
        <AllCells page={page} />
      </Section>
    </PageShell>
  )
}
