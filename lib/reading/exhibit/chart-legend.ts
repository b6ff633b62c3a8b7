import 'server-only'
import { bandsInLegend } from '@/lib/contract/evidence/legend'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Observed } from '@/lib/ledger/series/observed'
import { shown } from './frame'
import { tableOf } from './tables'

/** How the charts of a page are read: their marks in words, and what the law said behind the points. */
export function chartLegendTable(series: readonly Observed[], on: LocalDate): ExhibitTable {
  const rows = [
    { mark: null, meaning: say('evidence.legend.stated') },
    { mark: null, meaning: say('evidence.key.estimated') },
    { mark: null, meaning: say('evidence.key.range') },
    { mark: null, meaning: say('evidence.legend.event') },
    { mark: null, meaning: say('evidence.legend.asked') },
    { mark: null, meaning: say('evidence.legend.band') },
    ...bandsInLegend(series, on).map(({ status, beforeEffect, meaning }) => ({
      mark: shown(status, beforeEffect),
      meaning,
    })),
  ]
  return tableOf({ key: 'legend', title: say('evidence.legend.title') }, rows, [
    ['word', 'status', ({ mark }) => mark, say('evidence.legend.band')],
    ['note', 'text', ({ meaning }) => meaning, say('evidence.legend.title')],
  ])
}
