import type { LocalDate } from '@/lib/ledger/interval'
import type { Observed } from '@/lib/ledger/series/observed'
import { say } from '../words/catalogue'
import { type LegendWord, meaningOf, wordsShown } from '../words/legend'
import { chartOf } from './chart'

/**
 * What the law said behind the points of these series' charts, each word once with its sentence. A series of one point has
 * no chart.
 *
 * @param on the asked Beijing day.
 */
export function bandsInLegend(series: readonly Observed[], on: LocalDate): readonly LegendWord[] {
  const drawn = series.filter(({ points }) => points.length > 1)
  return wordsShown(drawn.flatMap((one) => chartOf(one, on).bands)).map(({ status, beforeEffect }) => ({
    status,
    beforeEffect,
    meaning: status === 'mixed' ? say('evidence.legend.mixed') : meaningOf(status, beforeEffect, 'export'),
  }))
}
