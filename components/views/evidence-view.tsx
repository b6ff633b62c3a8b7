import { BandPatterns } from '@/components/evidence/band-patterns'
import { ChartLegend } from '@/components/evidence/chart-legend'
import { SeriesFigure } from '@/components/evidence/series-figure'
import { SeriesLink, SeriesSummary } from '@/components/evidence/series-summary'
import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import type { EvidencePage } from '@/components/views/evidence-pages'
import { say } from '@/lib/contract/words/catalogue'
import { thresholdsInWords } from '@/lib/contract/words/divergence'
import { bracketed } from '@/lib/contract/words/list'
import { numberInWords } from '@/lib/contract/words/number'
import { SERIES_GROUPS } from '@/lib/ledger/series/series'

/** Every series by what it is about, each with its chart, its table and what came of holding it against the law. */
export function EvidenceView({ series, sources, ...frame }: EvidencePage) {
  const { coordinates: at } = frame
  const groups = SERIES_GROUPS.map((group) => ({ group, own: series.filter((one) => one.group === group) })).filter(
    ({ own }) => own.length > 0,
  )
  return (
    <PageShell frame={frame}>
      <h1>{say('evidence.title')}</h1>
      <p className="lede">{say('evidence.lede', { count: series.length })}</p>
      <nav aria-label={say('evidence.contents')}>
        <ul className="inline-list">
          {groups.map(({ group, own }) => (
            <li key={group}>
              <a href={`#${group}`}>{titled(group, own.length)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="small soft">{say('evidence.divergence.meaning')}</p>
      <p className="small soft">{thresholdsInWords()}</p>
      <BandPatterns />
      <ChartLegend series={series} at={at} />
      {groups.map(({ group, own }) => (
        <Section key={group} id={group} title={titled(group, own.length)}>
          <div className="series-grid">
            {own.map((one) => (
              <article key={one.indicator.key} aria-labelledby={one.indicator.key}>
                <h3 id={one.indicator.key}>
                  <SeriesLink series={one} at={at} />
                </h3>
                <SeriesSummary series={one} />
                <SeriesFigure series={one} at={at} sources={sources} />
              </article>
            ))}
          </div>
        </Section>
      ))}
    </PageShell>
  )
}

function titled(group: (typeof SERIES_GROUPS)[number], count: number): string {
  return `${say(`evidence.group.${group}`)}${bracketed(numberInWords(count))}`
}
