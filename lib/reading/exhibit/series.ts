import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { outcomeInWords, shareOf } from '@/lib/contract/words/divergence'
import { amountInWords, noteOfPoint, periodInWords } from '@/lib/contract/words/series'
import type { Reading } from '@/lib/ledger/divergence'
import type { Observed } from '@/lib/ledger/series/observed'
import type { Indicator, IndicatorPoint, Source } from '@/lib/ledger/testimony'
import { linkOf, tableOf } from './tables'

type Sources = { readonly [key: string]: Source }
type Point = { readonly indicator: Indicator; readonly point: IndicatorPoint }

/** Every point of every measured series: practice beside the law. */
export function seriesTable(
  at: Coordinates,
  title: string,
  indicators: readonly Indicator[],
  sources: Sources,
): ExhibitTable {
  const rows = indicators.flatMap((indicator) => indicator.points.map((point) => ({ indicator, point })))
  return tableOf<Point>({ key: 'practice', title }, rows, [
    ['series', 'text', ({ indicator }) => indicator.title],
    ['unit', 'text', ({ indicator }) => indicator.unit],
    ['geography', 'text', ({ indicator }) => indicator.geography],
    ['period', 'text', ({ point }) => point.period, say('pages.material.period')],
    ['amount', 'number', ({ point }) => point.value, say('pages.material.value')],
    ['low', 'number', ({ point }) => point.low],
    ['high', 'number', ({ point }) => point.high],
    ['estimated', 'truth', ({ point }) => point.estimated],
    ['note', 'text', ({ point }) => noteOfPoint(point) || null, say('proof.note')],
    ['source', 'link', ({ point }) => sourceOf(at, point, sources)],
    ['notes', 'text', ({ indicator }) => indicator.notes],
    ['key', 'text', ({ indicator }) => indicator.key],
    ['says', 'list', ({ point }) => [periodInWords(point.period), statedInWords(point)]],
  ])
}

/** Every period of several series that was held against the law, with its numbers and what came of it. */
export function readingsTable(series: readonly Observed[]): readonly ExhibitTable[] {
  const rows = series.flatMap((one) =>
    one.divergence.read ? one.divergence.readings.map((reading) => ({ one, reading })) : [],
  )
  if (rows.length === 0) return []
  const head = { key: 'readings', title: say('evidence.divergence.title') }
  return [
    tableOf<{ one: Observed; reading: Reading }>(head, rows, [
      ['series', 'text', ({ one }) => one.indicator.title],
      ['period', 'text', ({ reading }) => periodInWords(reading.point.period)],
      ['amount', 'text', ({ one, reading }) => amountInWords(reading.point.value, one.indicator.unit)],
      ['share', 'text', ({ reading }) => shareOf(reading)],
      ['outcome', 'text', ({ reading }) => outcomeInWords(reading)],
    ]),
  ]
}

function sourceOf(at: Coordinates, { source }: IndicatorPoint, sources: Sources) {
  return linkOf(at, sources[source]?.title ?? say('pages.sources.source'), { name: 'source', key: source })
}

function statedInWords({ estimated }: IndicatorPoint): string {
  return say(estimated ? 'evidence.estimated' : 'evidence.stated')
}
