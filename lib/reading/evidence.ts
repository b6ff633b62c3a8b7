import 'server-only'
import { lookBehindSeries } from '@/lib/ledger/looks'
import { stripsOf } from '@/lib/ledger/series/bands'
import type { Observed } from '@/lib/ledger/series/observed'
import { observe } from '@/lib/ledger/series/observed'
import type { Indicator } from '@/lib/ledger/testimony'
import { frameOf, measuredBy, mentionsOf } from './frame'
import type { Opened } from './opened'

/** Every series of what was observed, beside the law of the same goods. */
export function evidencePage(opened: Opened) {
  const { record } = opened
  const series = observedIn(opened, record.indicators)
  return {
    ...framedBy(opened, series),
    ...mentionsOf(record, measuredBy(record.indicators), []),
    series: drawnFirst(series),
  }
}

/** One series: its points, what the law said meanwhile, what happened, and whether the two go together. */
export function seriesPage(opened: Opened, indicator: Indicator) {
  const series = observedIn(opened, [indicator])[0]
  if (series === undefined) throw new TypeError(`no series ${indicator.key}`)
  const { record } = opened
  const group = record.indicators.filter((one) => one.materials.some((key) => indicator.materials.includes(key)))
  return {
    ...framedBy(opened, [series]),
    ...mentionsOf(record, [...measuredBy([indicator]), ...series.events], []),
    indicator,
    series,
    /** Other series of the same goods. */
    beside: group.filter(({ key }) => key !== indicator.key),
  }
}

/** Evidence is verified through the earliest look at what the law drawn beside it rests on. */
function framedBy(opened: Opened, series: readonly Observed[]) {
  return frameOf(opened, lookBehindSeries(opened.law, series, opened.coordinates.question.on) ?? undefined)
}

/** Series with a drawing stand before single points, which leave no room empty beside them then. */
function drawnFirst(series: readonly Observed[]): readonly Observed[] {
  return [...series.filter(({ points }) => points.length > 1), ...series.filter(({ points }) => points.length === 1)]
}

/** Series beside the law, which is asked once for each material and destination. */
export function observedIn({ record, law }: Opened, indicators: readonly Indicator[]) {
  const strips = stripsOf(law)
  return indicators.map((indicator) => observe(record, law, indicator, strips))
}
