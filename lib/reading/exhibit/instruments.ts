import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument, Regime } from '@/lib/ledger/record'
import type { StateCount } from '@/lib/ledger/standing'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { instrumentLink, tableOf } from './tables'

type Entry = { readonly instrument: Instrument; readonly regime: Regime; readonly states: readonly StateCount[] }

/** Every instrument of the record, the latest first. */
export function instrumentsExhibit(page: PageOf<'instruments'>, recordedOn: LocalDate): Exhibit {
  const { coordinates, instruments } = page
  const day = dayInWords(coordinates.question.on)
  return plainExhibit(page, recordedOn, {
    title: say('address.page.instruments', { day }),
    description: say('pages.instruments.lead'),
    tables: [
      instrumentsTable(coordinates, say('law.instruments.caption', { count: instruments.length, day }), instruments),
    ],
  })
}

/** What each instrument is, whether it binds, what its lines do on the asked day, and how far it was looked at. */
export function instrumentsTable(at: Coordinates, title: string, entries: readonly Entry[]): ExhibitTable {
  return tableOf({ key: 'instruments', title }, entries, [
    ['instrument', 'link', ({ instrument }) => instrumentLink(at, instrument), say('law.instruments.name')],
    ['titleEn', 'text', ({ instrument }) => instrument.titleEn],
    ['titleZh', 'text', ({ instrument }) => instrument.titleZh],
    ['regime', 'text', ({ regime }) => regime.shortName],
    ['issued', 'day', ({ instrument }) => instrument.issuedOn, say('law.instruments.issued')],
    ['binding', 'text', ({ instrument }) => say(`law.binding.${instrument.binding}`), say('law.instruments.binding')],
    [
      'lines',
      'list',
      ({ states }) => statesInWords(states, at.question.known),
      say('law.instruments.lines', { day: dayInWords(at.question.on) }),
    ],
    ['verifiedThrough', 'day', ({ instrument }) => instrument.verifiedThrough, say('law.instruments.verified')],
  ])
}

/** How many lines are doing what: `in force: 3 lines`. */
export function statesInWords(states: readonly StateCount[], known: LocalDate | null): string[] {
  if (states.length === 0) {
    return [known === null ? say('law.state.none') : say('law.state.noneKnown', { day: dayInWords(known) })]
  }
  return states.map(({ state, firm, lines }) =>
    say('exhibit.states', {
      word: firm ? say(`status.state.${state}`) : say('law.state.notFirm'),
      lines: say('law.state.lines', { count: lines }),
    }),
  )
}
