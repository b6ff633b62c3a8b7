import { linkTo } from '@/components/marks/link-to'
import { inEnglish } from '@/components/ui/english'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { daysInWords, latestInWords } from '@/lib/contract/words/observed'
import { frequencyInWords, placeInWords, unitInWords } from '@/lib/contract/words/series'
import type { Observed } from '@/lib/ledger/series/observed'

/** A series in one line: what, where, how often, over which days, how many points, and the latest value. */
export function SeriesSummary({ series }: { readonly series: Observed }) {
  const { indicator, points } = series
  const told = [
    placeInWords(indicator.geography),
    unitInWords(indicator.unit),
    frequencyInWords(indicator.frequency),
    daysInWords(series),
    say('evidence.count', { count: points.length }),
  ]
  return (
    <ul className="inline-list small soft series-summary">
      {told.map((text) => (
        <li key={text}>{text}</li>
      ))}
      <li>
        <strong>{latestInWords(series)}</strong>
      </li>
    </ul>
  )
}

/** The title of a series as the record words it, leading to its page. */
export function SeriesLink({
  series: { indicator },
  at,
}: {
  readonly series: Pick<Observed, 'indicator'>
  readonly at: Coordinates
}) {
  return (
    <a href={linkTo(at, { name: 'series', key: indicator.key })} {...inEnglish()}>
      {indicator.title}
    </a>
  )
}
