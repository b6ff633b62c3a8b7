import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { noteOfPoint } from '@/lib/contract/words/series'
import type { Indicator, IndicatorPoint } from '@/lib/ledger/testimony'
import { linkOf, tableOf } from './tables'

/** Every point of every measured series: practice beside the law. */
export function seriesTable(at: Coordinates, title: string, indicators: readonly Indicator[]): ExhibitTable {
  const rows = indicators.flatMap((indicator) => indicator.points.map((point) => ({ indicator, point })))
  return tableOf<{ indicator: Indicator; point: IndicatorPoint }>({ key: 'practice', title }, rows, [
    ['series', 'text', ({ indicator }) => indicator.title],
    ['unit', 'text', ({ indicator }) => indicator.unit],
    ['geography', 'text', ({ indicator }) => indicator.geography],
    ['period', 'text', ({ point }) => point.period, say('pages.material.period')],
    ['amount', 'number', ({ point }) => point.value, say('pages.material.value')],
    ['low', 'number', ({ point }) => point.low],
    ['high', 'number', ({ point }) => point.high],
    ['estimated', 'truth', ({ point }) => point.estimated],
    ['note', 'text', ({ point }) => noteOfPoint(point) || null, say('proof.note')],
    ['source', 'link', ({ point }) => linkOf(at, say('pages.sources.source'), { name: 'source', key: point.source })],
    ['notes', 'text', ({ indicator }) => indicator.notes],
  ])
}
