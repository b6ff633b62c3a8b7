import { Swatch } from '@/components/evidence/swatch'
import { LooseStamp } from '@/components/marks/day-stamp'
import { StatusMark } from '@/components/marks/status-mark'
import { English } from '@/components/ui/english'
import type { Coordinates } from '@/lib/contract/address'
import { chartOf } from '@/lib/contract/evidence/chart'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { bandDaysInWords, lawNote } from '@/lib/contract/words/observed'
import { countsInWords } from '@/lib/contract/words/rollup'
import type { Observed } from '@/lib/ledger/series/observed'

/** The bands of a chart as a list: what the law said of the same goods, and from when to when. */
export function LawMeanwhile({ series, at }: { readonly series: Observed; readonly at: Coordinates }) {
  return (
    <>
      <p className="soft">{lawNote(series)}</p>
      <ul className="bands">
        {chartOf(series, at.question.on).bands.map((band) => (
          <li key={band.begins}>
            <Swatch status={band.status} /> <StatusMark status={band.status} beforeEffect={band.beforeEffect} />{' '}
            <span>{bandDaysInWords(band)}</span>{' '}
            {band.status === 'mixed' && <span className="soft">{countsInWords(band.counts)}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Events by the numbers of their marks in the chart. */
export function EventsMeanwhile({ series: { events } }: { readonly series: Observed }) {
  if (events.length === 0) return <p className="soft">{say('evidence.events.none')}</p>
  return (
    <ol className="chart-events">
      {events.map(({ key, startsOn, title }) => (
        <li key={key}>
          <LooseStamp when={startsOn} /> <English>{title}</English>
        </li>
      ))}
    </ol>
  )
}

/** How the marks of a chart are read. */
export function ChartKey({ series, at }: { readonly series: Observed; readonly at: Coordinates }) {
  const { points, events } = series
  const { asked } = chartOf(series, at.question.on)
  const shown = [
    say('evidence.key.stated'),
    ...(points.some(({ estimated }) => estimated) ? [say('evidence.key.estimated')] : []),
    ...(points.some(({ low, high }) => low !== null || high !== null) ? [say('evidence.key.range')] : []),
    ...(events.length > 0 ? [say('evidence.key.event')] : []),
    ...(asked === null ? [] : [say('evidence.key.asked', { day: dayInWords(at.question.on) })]),
  ]
  return (
    <details className="small">
      <summary>{say('evidence.key.title')}</summary>
      <ul>
        {shown.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
