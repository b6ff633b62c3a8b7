import 'server-only'
import { nameOfCountry } from '@/lib/contract/countries'
import type { Exhibit, ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import { entriesOf } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords, looseInWords } from '@/lib/contract/words/day'
import { countsInWords, rollupInWords } from '@/lib/contract/words/rollup'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Rollup } from '@/lib/ledger/rollup'
import { entriesTable } from './entries'
import { factsTable } from './facts'
import { shown } from './frame'
import { instrumentsTable } from './instruments'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { sourcesTable } from './sources-table'
import { linkOf, sourceLinks, tableOf } from './tables'
import { lawTimeline } from './timeline'

/** Every regime, and what each does on the asked day. */
export function regimesExhibit(page: PageOf<'regimes'>, recordedOn: LocalDate): Exhibit {
  const { coordinates, regimes } = page
  const day = dayInWords(coordinates.question.on)
  return plainExhibit(page, recordedOn, {
    title: say('address.page.regimes', { day }),
    description: say('pages.regimes.lead'),
    tables: [
      tableOf({ key: 'regimes', title: say('law.regimes.caption', { count: regimes.length, day }) }, regimes, [
        [
          'regime',
          'link',
          ({ regime }) => linkOf(coordinates, regime.shortName, { name: 'regime', key: regime.key }),
          say('law.regimes.name'),
        ],
        ['regimeName', 'text', ({ regime }) => regime.nameEn],
        ['jurisdiction', 'text', ({ regime }) => nameOfCountry(regime.jurisdiction), say('law.regimes.jurisdiction')],
        ['since', 'day', ({ regime }) => regime.startsOn, say('law.regimes.since')],
        ['does', 'status', ({ rollup }) => doesOf(rollup), say('law.regimes.does', { day })],
        ['materials', 'number', ({ materials }) => materials, say('law.regimes.materials')],
        ['instruments', 'number', ({ instruments }) => instruments.length, say('law.regimes.instruments')],
      ]),
    ],
  })
}

/** What a regime does to the cells it reaches (R11): one word when all agree, else every count. */
function doesOf(rollup: Rollup | null): ExhibitValue {
  if (rollup === null) return say('law.regimes.nothing')
  const { status, beforeEffect, counts, total } = rollup
  const told = status === 'mixed' ? countsInWords(counts) : say('law.regimes.cells', { count: total })
  return shown(status, beforeEffect, [told])
}

/** One regime: its instruments, its timeline, and what it does to each material it names. */
export function regimeExhibit(page: PageOf<'regime'>, recordedOn: LocalDate): Exhibit {
  const { regime, coordinates: at, instruments, reach, claims, events, sources } = page
  const lanes = page.lanes.filter((lane) => lane.spans.length > 0)
  const day = dayInWords(at.question.on)
  const drawn = lawTimeline(regime.shortName, at, lanes, page)
  const caption = say('law.instruments.captionOf', { count: instruments.length, day })
  return plainExhibit(page, recordedOn, {
    title: say('address.page.regime', { name: regime.nameEn, day }),
    description: regime.summary,
    timelines: drawn === null ? [] : [drawn],
    notes: [
      reach.length === 0 ? say('law.regime.nothing') : say('law.regime.reachNote'),
      ...(claims.length + events.length > 0 ? [say('law.history.note')] : []),
    ],
    tables: [
      ...(reach.length === 0 ? [] : [reachTable(page)]),
      instrumentsTable(at, caption, instruments),
      entriesTable(at, say('law.history.title'), entriesOf({ forms: [], lanes, claims, events }), sources),
      factsTable(say('law.instrument.facts'), [
        [say('law.regimes.does', { day }), doesOf(page.rollup)],
        [say('law.regimes.jurisdiction'), nameOfCountry(regime.jurisdiction)],
        [say('law.regimes.since'), looseInWords(regime.startsOn)],
        [say('pages.instrument.sources'), sourceLinks(at, regime.sources, sources)],
      ]),
      sourcesTable(at, sources),
    ],
  })
}

function reachTable({ coordinates, reach }: PageOf<'regime'>): ExhibitTable {
  const day = dayInWords(coordinates.question.on)
  return tableOf({ key: 'reach', title: say('law.regime.reachCaption', { count: reach.length, day }) }, reach, [
    [
      'material',
      'link',
      ({ material }) => linkOf(coordinates, material.nameEn, { name: 'material', key: material.key }),
      say('law.regime.material'),
    ],
    ['materialNameZh', 'text', ({ material }) => material.nameZh],
    ['status', 'text', ({ rollup }) => rollup.status],
    ['does', 'status', ({ rollup }) => shown(rollup.status, rollup.beforeEffect), say('law.regime.does')],
    ['counts', 'text', ({ rollup }) => rollupInWords(rollup), say('law.regime.counts')],
    [
      'note',
      'text',
      ({ rollup: { notListed } }) =>
        notListed.length === 0 ? null : say('law.regime.notListed', { count: notListed.length }),
    ],
  ])
}
