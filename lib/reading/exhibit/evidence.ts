import 'server-only'
import { chartOf } from '@/lib/contract/evidence/chart'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { divergenceInWords, thresholdsInWords } from '@/lib/contract/words/divergence'
import { nameOf } from '@/lib/contract/words/names'
import {
  alternativeOf,
  bandDaysInWords,
  cautionsOf,
  daysInWords,
  latestInWords,
  lawNote,
} from '@/lib/contract/words/observed'
import { countsInWords } from '@/lib/contract/words/rollup'
import { frequencyInWords, placeInWords, unitInWords } from '@/lib/contract/words/series'
import type { LocalDate } from '@/lib/ledger/interval'
import { SERIES_GROUPS } from '@/lib/ledger/series/series'
import { chartLegendTable } from './chart-legend'
import { factsTable } from './facts'
import { shown, under } from './frame'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { readingsTable, seriesTable } from './series'
import { summariesTable } from './series-summaries'
import { sourcesTable } from './sources-table'
import { linkOf, sourceLinks, tableOf } from './tables'

/** Every series: what it is about, its latest value, what came of holding it against the law, and every point. */
export function evidenceExhibit(page: PageOf<'evidence'>, recordedOn: LocalDate): Exhibit {
  const { coordinates: at, series, sources } = page
  const grouped = SERIES_GROUPS.flatMap((group) => series.filter((one) => one.group === group))
  const indicators = grouped.map(({ indicator }) => indicator)
  return plainExhibit(page, recordedOn, {
    title: say('evidence.titled', { day: dayInWords(at.question.on) }),
    description: say('evidence.described'),
    sentences: [
      say('evidence.lede', { count: series.length }),
      say('evidence.divergence.meaning'),
      thresholdsInWords(),
    ],
    tables: [
      summariesTable(at, grouped),
      seriesTable(at, say('evidence.points'), indicators, sources),
      ...readingsTable(grouped),
      chartLegendTable(grouped, at.question.on),
      sourcesTable(at, sources),
    ],
  })
}

/** One series, with the law's own bands, what happened meanwhile, and every period that was held against the law. */
export function seriesExhibit(page: PageOf<'series'>, recordedOn: LocalDate): Exhibit {
  const { coordinates: at, series, indicator, sources } = page
  const chart = chartOf(series, at.question.on)
  return plainExhibit(page, recordedOn, {
    title: say('evidence.seriesTitled', { title: indicator.title, day: dayInWords(at.question.on) }),
    description: alternativeOf(series, chart),
    sentences: [
      alternativeOf(series, chart),
      ...cautionsOf(series, at.question.on),
      under(say('evidence.law.title'), lawNote(series)),
      ...divergenceInWords(series),
      say('evidence.divergence.meaning'),
      thresholdsInWords(),
    ],
    tables: [
      seriesTable(at, say('evidence.points'), [indicator], sources),
      facts(page),
      tableOf({ key: 'law', title: say('evidence.law.title') }, chart.bands, [
        ['from', 'day', ({ begins }) => begins],
        ['lastDay', 'day', ({ lastDay }) => lastDay],
        ['shown', 'status', ({ status, beforeEffect }) => shown(status, beforeEffect)],
        ['says', 'text', bandDaysInWords],
        ['counts', 'text', ({ counts }) => countsInWords(counts)],
      ]),
      tableOf({ key: 'events', title: say('evidence.events.title') }, series.events, [
        ['on', 'day', ({ startsOn }) => startsOn],
        ['what', 'text', ({ title }) => title],
        ['note', 'text', ({ summary }) => summary],
        ['sources', 'list', (event) => sourceLinks(at, event.sources, sources)],
      ]),
      ...readingsTable([series]),
      sourcesTable(at, sources),
    ],
    notes: [say('pages.material.practiceNote')],
  })
}

function facts({ series, coordinates: at, indicator }: PageOf<'series'>): ExhibitTable {
  return factsTable(say('evidence.facts'), [
    [say('evidence.fact.latest'), latestInWords(series)],
    [say('evidence.fact.unit'), unitInWords(indicator.unit)],
    [say('evidence.fact.place'), placeInWords(indicator.geography)],
    [say('evidence.fact.frequency'), frequencyInWords(indicator.frequency)],
    [say('evidence.fact.kind'), say(`evidence.group.${series.group}`)],
    [say('evidence.fact.span'), daysInWords(series)],
    [say('evidence.fact.points'), say('evidence.count', { count: series.points.length })],
    [
      say('evidence.fact.materials'),
      series.materials.map((material) => linkOf(at, nameOf(material), { name: 'material', key: material.key })),
    ],
    [say('evidence.fact.notes'), indicator.notes],
  ])
}
