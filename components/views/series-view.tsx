import { BandPatterns } from '@/components/evidence/band-patterns'
import { DivergenceTold } from '@/components/evidence/divergence'
import { ChartKey, EventsMeanwhile, LawMeanwhile } from '@/components/evidence/law-meanwhile'
import { PointsTable } from '@/components/evidence/points-table'
import { SeriesChart } from '@/components/evidence/series-figure'
import { SeriesLink } from '@/components/evidence/series-summary'
import { HistoryLink } from '@/components/history/history-link'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { English, inEnglish } from '@/components/ui/english'
import { Facts } from '@/components/ui/facts'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Section } from '@/components/ui/section'
import type { SeriesPage } from '@/components/views/evidence-pages'
import { say } from '@/lib/contract/words/catalogue'
import { sentences } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { cautionsOf, daysInWords, latestInWords } from '@/lib/contract/words/observed'
import { frequencyInWords, placeInWords, unitInWords } from '@/lib/contract/words/series'

/** One series: its chart over the law's own bands, every point, what happened meanwhile, and whether both go together. */
export function SeriesView({ indicator, series, beside, sources, ...frame }: SeriesPage) {
  const { coordinates: at } = frame
  const trail = [{ label: say('evidence.title'), href: linkTo(at, { name: 'evidence' }) }]
  return (
    <PageShell frame={frame} trail={trail}>
      <h1 {...inEnglish()}>{indicator.title}</h1>
      <p className="lede">{sentences(say('pages.material.practiceNote'), ...cautionsOf(series, at.question.on))}</p>
      <BandPatterns />
      <SeriesChart series={series} at={at} />
      <ChartKey series={series} at={at} />
      <SeriesFacts series={series} at={at} />
      <Section id="points" title={say('evidence.points')}>
        <ScrollRegion name={say('evidence.pointsOf', { title: indicator.title })}>
          <PointsTable series={series} at={at} sources={sources} />
        </ScrollRegion>
      </Section>
      <Section id="law" title={say('evidence.law.title')}>
        <LawMeanwhile series={series} at={at} />
      </Section>
      {series.bands.length > 0 && (
        <Section id="events" title={say('evidence.events.title')}>
          <EventsMeanwhile series={series} />
        </Section>
      )}
      <Section id="divergence" title={say('evidence.divergence.title')}>
        <DivergenceTold series={series} />
      </Section>
      {beside.length > 0 && (
        <nav aria-labelledby="beside" className="section">
          <h2 id="beside">{say('evidence.beside')}</h2>
          <ul className="tall-list">
            {beside.map((one) => (
              <li key={one.key}>
                <SeriesLink series={{ indicator: one }} at={at} />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </PageShell>
  )
}

function SeriesFacts({ series, at }: Pick<SeriesPage, 'series'> & { readonly at: SeriesPage['coordinates'] }) {
  const { indicator, materials, group, points } = series
  return (
    <Facts
      facts={[
        { name: say('evidence.fact.latest'), value: latestInWords(series) },
        { name: say('evidence.fact.unit'), value: unitInWords(indicator.unit) },
        { name: say('evidence.fact.place'), value: placeInWords(indicator.geography) },
        { name: say('evidence.fact.frequency'), value: frequencyInWords(indicator.frequency) },
        { name: say('evidence.fact.kind'), value: say(`evidence.group.${group}`) },
        { name: say('evidence.fact.span'), value: daysInWords(series) },
        { name: say('evidence.fact.points'), value: say('evidence.count', { count: points.length }) },
        {
          name: say('evidence.fact.materials'),
          value: materials.length === 0 ? null : <MaterialLinks series={series} at={at} />,
        },
        {
          name: say('evidence.fact.notes'),
          value: indicator.notes === null ? null : <English>{indicator.notes}</English>,
        },
        {
          name: say('history.link'),
          value: <HistoryLink kind="indicator" record={indicator.key} name={indicator.title} at={at} />,
        },
      ]}
    />
  )
}

function MaterialLinks({ series, at }: Pick<SeriesPage, 'series'> & { readonly at: SeriesPage['coordinates'] }) {
  return (
    <ul className="inline-list">
      {series.materials.map((material) => (
        <li key={material.key}>
          <a href={linkTo(at, { name: 'material', key: material.key })}>{nameOf(material)}</a>
        </li>
      ))}
    </ul>
  )
}
