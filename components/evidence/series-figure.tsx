import { ChartBox } from '@/components/evidence/chart-box.client'
import { DrawnChart } from '@/components/evidence/drawn-chart'
import { PointsTable } from '@/components/evidence/points-table'
import { linkTo } from '@/components/marks/link-to'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Mentions } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { divergenceInWords } from '@/lib/contract/words/divergence'
import { drawnOf } from '@/lib/contract/words/drawn'
import { sentences } from '@/lib/contract/words/list'
import { numberInWords } from '@/lib/contract/words/number'
import { cautionsOf } from '@/lib/contract/words/observed'
import type { Observed } from '@/lib/ledger/series/observed'

type Shown = { readonly series: Observed; readonly at: Coordinates }

/** The chart of a series with the law behind its points; a single point is told instead. */
export function SeriesChart({ series, at }: Shown) {
  const drawn = drawnOf(series, at.question.on)
  if (drawn === null) return <p className="small soft">{say('evidence.one')}</p>
  return (
    <figure className="chart">
      <figcaption className="small soft">{drawn.unit}</figcaption>
      <ChartBox drawn={drawn}>
        <DrawnChart drawn={drawn} />
      </ChartBox>
    </figure>
  )
}

/** A series where many stand on one page: its chart, what to mind, whether it goes against the law, its table folded. */
export function SeriesFigure({ series, at, sources }: Shown & Pick<Mentions, 'sources'>) {
  const { indicator, points } = series
  return (
    <>
      <SeriesChart series={series} at={at} />
      <EventNumbers series={series} at={at} />
      <p className="small soft">{sentences(...cautionsOf(series, at.question.on), ...divergenceInWords(series))}</p>
      <details className="series-points">
        <summary>{say('evidence.folded', { count: numberInWords(points.length) })}</summary>
        <ScrollRegion name={say('evidence.pointsOf', { title: indicator.title })}>
          <PointsTable series={series} at={at} sources={sources} />
        </ScrollRegion>
      </details>
    </>
  )
}

/** The numbers over a chart lead to the list of the events that they stand for. */
function EventNumbers({ series: { indicator, points, bands, events }, at }: Shown) {
  if (points.length < 2 || bands.length === 0 || events.length === 0) return null
  return (
    <p className="small">
      <a href={`${linkTo(at, { name: 'series', key: indicator.key })}#events`}>
        {say('evidence.events.numbered', { count: events.length, last: numberInWords(events.length) })}
      </a>
    </p>
  )
}
