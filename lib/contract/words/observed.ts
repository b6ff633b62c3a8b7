import type { LocalDate } from '@/lib/ledger/interval'
import type { Observed } from '@/lib/ledger/series/observed'
import type { Measured } from '@/lib/ledger/series/series'
import { isCumulative } from '@/lib/ledger/series/series'
import { nameOfCountry } from '../countries'
import type { Chart, ChartBand } from '../evidence/chart'
import { say } from './catalogue'
import { dayInWords } from './day'
import { listed, sentences } from './list'
import { countsInWords } from './rollup'
import { amountInWords, periodInWords, placeInWords, unitInWords } from './series'
import { statusWord } from './status'

/** The word of a band, with its counts where materials or forms differ: `mixed (10 not controlled, 7 licence)`. */
export function bandWord({
  status,
  beforeEffect,
  counts,
}: Pick<ChartBand, 'status' | 'beforeEffect' | 'counts'>): string {
  const word = statusWord(status, beforeEffect)
  return status === 'mixed' ? say('evidence.law.mixed', { word, counts: countsInWords(counts) }) : word
}

/** A band with its days: `licence: from 4 April 2025 on`. */
export function bandInWords(band: Omit<ChartBand, 'from' | 'to'>): string {
  return say('evidence.law.band', { word: bandWord(band), days: bandDaysInWords(band) })
}

/** `from 4 April 2025 on`, `9 October 2025 to 6 November 2025`. */
export function bandDaysInWords({ begins, lastDay }: Pick<ChartBand, 'begins' | 'lastDay'>): string {
  const from = dayInWords(begins)
  return lastDay === null
    ? say('evidence.law.daysOpen', { from })
    : say('evidence.law.days', { from, last: dayInWords(lastDay) })
}

/** The days that the points cover: `June 2024 to December 2025`; of a single period its own name. */
export function daysInWords({ points }: Observed): string {
  const [first, last] = [points[0]?.period ?? '', points.at(-1)?.period ?? '']
  if (first === last) return periodInWords(first)
  return say('evidence.span', { from: periodInWords(firstOf(first)), to: periodInWords(lastOf(last)) })
}

/** `406 t in March 2026`: the point that ends last. */
export function latestInWords(series: Observed): string {
  const [first] = series.points
  if (first === undefined) return ''
  const latest = series.points.reduce((last, point) => (point.days.to >= last.days.to ? point : last), first)
  return say('evidence.latest', { amount: amountOf(series, latest), period: periodInWords(latest.period) })
}

/** What the bands stand for. */
export function lawNote({ destination, bands }: Observed): string {
  if (bands.length === 0) return say('evidence.law.none')
  return destination === null
    ? say('evidence.law.note', { to: 'any', place: '' })
    : say('evidence.law.note', { to: 'one', place: nameOfCountry(destination) })
}

/** What must be known to read the values rightly on an asked day. */
export function cautionsOf({ indicator, points, overlaps }: Observed, on: LocalDate): readonly string[] {
  return [
    ...(isCumulative(indicator) ? [say('evidence.cumulative')] : []),
    ...(overlaps ? [say('evidence.overlaps')] : []),
    ...(points.length > 1 && !isCumulative(indicator) ? [say('evidence.gaps')] : []),
    ...(points.some(({ days }) => days.from > on) ? [say('evidence.later', { day: dayInWords(on) })] : []),
  ]
}

/** What a drawing shows, for whoever cannot see it. */
export function alternativeOf(series: Observed, chart: Chart): string {
  const { indicator, points } = series
  const { title, geography, unit } = indicator
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return title
  const sorted = points.toSorted((a, b) => a.value - b.value)
  const [low = first, high = last] = [sorted[0], sorted.at(-1)]
  const bands = chart.bands.map(bandInWords)
  return sentences(
    say('evidence.alternative', {
      title,
      place: placeInWords(geography),
      unit: unitInWords(unit),
      count: points.length,
      first: periodInWords(first.period),
      last: periodInWords(last.period),
      low: amountOf(series, low),
      lowIn: periodInWords(low.period),
      high: amountOf(series, high),
      highIn: periodInWords(high.period),
      end: amountOf(series, last),
      gaps: points.length - 1 - chart.joins.length,
      law: bands.length === 0 ? '' : say('evidence.alternativeLaw', { bands: listed(bands, 'apart') }),
    }).trim(),
  )
}

/** A point's value with its unit. */
export function amountOf({ indicator }: Observed, { value }: Pick<Measured, 'value'>): string {
  return amountInWords(value, indicator.unit)
}

function firstOf(period: string): string {
  return period.split('/')[0] ?? period
}

function lastOf(period: string): string {
  return period.split('/').at(-1) ?? period
}
