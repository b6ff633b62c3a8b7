import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { stateWord } from '@/lib/contract/timeline/segments'
import { say } from '@/lib/contract/words/catalogue'
import { printed, stateSpan } from '@/lib/contract/words/line'
import { reachInWords } from '@/lib/contract/words/reach'
import { previousDay } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import type { Standing } from '@/lib/ledger/standing'
import { instrumentLink, tableOf } from './tables'

/** Lines with their state on the asked day, as a material's page lists those that name it. */
export function standingsTable(
  at: Coordinates,
  title: string,
  standings: readonly Standing[],
  instruments: { readonly [key: string]: Instrument },
): ExhibitTable {
  return tableOf({ key: 'items', title }, standings, [
    ['provision', 'text', ({ provision }) => provision.key],
    ['clause', 'text', ({ provision }) => provision.clause, say('pages.material.line')],
    [
      'instrument',
      'link',
      ({ provision }) => {
        const instrument = instruments[provision.instrument]
        return instrument === undefined ? provision.instrument : instrumentLink(at, instrument)
      },
    ],
    ['item', 'text', ({ provision }) => provision.item, say('pages.material.covers')],
    ['reach', 'text', ({ provision }) => reachInWords(provision)],
    ['note', 'text', ({ provision }) => provision.note],
    ['state', 'text', (standing) => stateWord({ state: standing.state, firm: standing.revivedFrom.length === 0 })],
    ['days', 'text', (standing) => stateSpan(standing) || null],
    ['from', 'day', ({ stateFrom }) => stateFrom],
    ['lastDay', 'day', ({ stateTo }) => (stateTo === null ? null : previousDay(stateTo))],
    ['printed', 'text', ({ provision }) => printed(provision), say('proof.text')],
    ['hs', 'list', ({ provision }) => [...provision.hsCodes], say('pages.material.codes')],
    [
      'hsEvidence',
      'text',
      ({ provision }) => (provision.hsCodes.length === 0 ? null : say(`proof.hsEvidence.${provision.hsEvidence}`)),
    ],
    ['evidence', 'text', ({ provision }) => say(`status.evidence.${provision.evidence}`)],
  ])
}
