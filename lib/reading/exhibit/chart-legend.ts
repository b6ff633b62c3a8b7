import 'server-only'
import { chartOf } from '@/lib/contract/evidence/chart'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { meaningOf, wordsShown } from '@/lib/contract/words/legend'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Observed } from '@/lib/ledger/series/observed'
import { shown } from './frame'
import { tableOf } from './tables'

/** How the charts of a page are read: their marks in words, and what the law said behind the points. */
export function chartLegendTable(series: readonly Observed[], on: LocalDate): ExhibitTable {
  const drawn = series.filter(({ points }) => points.length > 1)
  const bands = wordsShown(drawn.flatMap((one) => chartOf(one, on).bands))
  const rows = [
    { mark: null, meaning: say('evidence.legend.stated') },
    { mark: null, meaning: say('evidence.key.estimated') },
    { mark: null, meaning: say('evidence.key.range') },
    { mark: null, meaning: say('evidence.legend.event') },
    { mark: null, meaning: say('evidence.legend.asked') },
    { mark: null, meaning: say('evidence.legend.band') },
    ...bands.map(({ status, beforeEffect }) => ({
      mark: shown(status, beforeEffect),
      meaning: status === 'mixed' ? say('evidence.legend.mixed') : meaningOf(status, beforeEffect, 'export'),
    })),
  ]
  return tableOf({ key: 'legend', title: say('evidence.legend.title') }, rows, [
    ['word', 'status', ({ mark }) => mark, say('evidence.legend.band')],
    ['note', 'text', ({ meaning }) => meaning, say('evidence.legend.title')],
  ])
}
