import 'server-only'
import type { ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { printed, stateSpan } from '@/lib/contract/words/line'
import { appliesInWords, formsInWords } from '@/lib/contract/words/reach'
import type { Provision } from '@/lib/ledger/record'
import { CONTROLLED_ITEMS } from '@/lib/ledger/record'
import type { Standing } from '@/lib/ledger/standing'
import type { PageOf } from './page-of'
import type { Column } from './tables'
import { actLinks, linkOf, sourceLinks, tableOf } from './tables'

type InstrumentPage = PageOf<'instrument'>

/** Every provision of an instrument: what it covers, its state, its dates, to whom it applies, and how we know. */
export function provisionsTable(page: InstrumentPage): ExhibitTable {
  const { instrument, provisions, coordinates } = page
  const day = dayInWords(coordinates.question.on)
  const values = { count: provisions.length, name: instrumentName(instrument), day }
  return tableOf({ key: 'provisions', title: say('law.provisions.caption', values) }, provisions, [
    ...coversOf(page),
    ...standsOf(page),
    ...groundsOf(page),
  ])
}

function coversOf(page: InstrumentPage): readonly Column<Standing>[] {
  return [
    ['provision', 'text', ({ provision }) => provision.key],
    ['clause', 'text', ({ provision }) => provision.clause, say('law.provisions.clause')],
    [
      'effect',
      'list',
      ({ provision }) => [
        say(`proof.effect.${provision.effect}`),
        ...(provision.inPrinciple ? [say('proof.inPrinciple')] : []),
      ],
    ],
    ['item', 'text', ({ provision }) => provision.item, say('law.provisions.covers')],
    ['materials', 'list', ({ provision }) => materialsOf(provision, page)],
    ['form', 'text', ({ provision }) => (namesGoods(provision) ? formsInWords(provision, page.forms) : null)],
    [
      'coverage',
      'text',
      ({ provision }) => (namesGoods(provision) ? say(`law.provisions.${provision.coverage}`) : null),
    ],
    ['hs', 'list', ({ provision }) => [...provision.hsCodes], say('law.provisions.hs')],
    [
      'hsEvidence',
      'text',
      ({ provision }) => (provision.hsEvidence === 'inferred' ? say('law.provisions.hsInferred') : null),
    ],
  ]
}

function namesGoods({ materials, targets }: Provision): boolean {
  return materials.length > 0 && targets.length === 0
}

function materialsOf(provision: Provision, { materials, coordinates }: InstrumentPage): ExhibitValue {
  if (!namesGoods(provision)) return null
  if (provision.materials.includes(CONTROLLED_ITEMS)) return say('law.instrument.controlledItems')
  return provision.materials.map((key) =>
    linkOf(coordinates, materials.find((material) => material.key === key)?.nameEn ?? key, { name: 'material', key }),
  )
}

function standsOf({ coordinates: at, instruments }: InstrumentPage): readonly Column<Standing>[] {
  const day = dayInWords(at.question.on)
  return [
    [
      'state',
      'text',
      ({ state, revivedFrom }) => (revivedFrom.length === 0 ? say(`status.state.${state}`) : say('law.state.notFirm')),
      say('law.provisions.state', { day }),
    ],
    ['days', 'text', (standing) => stateSpan(standing) || null],
    ['suspendedBy', 'list', ({ suspendedBy }) => actLinks(at, suspendedBy, instruments), say('proof.suspendedBy')],
    ['revivedFrom', 'list', ({ revivedFrom }) => actLinks(at, revivedFrom, instruments), say('proof.revivedFrom')],
    [
      'beforeEffect',
      'text',
      ({ applied, state }) => (!applied && state === 'suspended' ? say('proof.beforeEffect') : null),
    ],
    ['printed', 'text', ({ provision }) => printed(provision), say('law.provisions.dates')],
    [
      'assumed',
      'text',
      ({ provision }) => (provision.lastDayReading === 'assumed-inclusive' ? say('proof.assumed') : null),
    ],
  ]
}

function groundsOf({ coordinates: at, instruments, sources }: InstrumentPage): readonly Column<Standing>[] {
  return [
    [
      'applies',
      'list',
      ({ provision }) =>
        provision.targets.length > 0
          ? [say(`proof.effect.${provision.effect}`), ...actLinks(at, provision.targets, instruments)]
          : [appliesInWords(provision).join('; '), ...listOf(provision, at, instruments)],
      say('law.provisions.reach'),
    ],
    ['conditions', 'list', ({ provision }) => [...provision.conditions]],
    ['evidence', 'text', ({ provision }) => say(`status.evidence.${provision.evidence}`)],
    ['confidence', 'text', ({ provision }) => say(`status.confidence.${provision.confidence}`)],
    ['note', 'text', ({ provision }) => provision.note],
    ['sources', 'list', ({ provision }) => sourceLinks(at, provision.sources, sources), say('law.provisions.sources')],
  ]
}

function listOf(
  { endUse, partyList }: Provision,
  at: InstrumentPage['coordinates'],
  instruments: InstrumentPage['instruments'],
): ReturnType<typeof actLinks> {
  if (endUse !== 'listed-party') return []
  if (partyList === null) return [say('proof.reach.partyAny')]
  return [say('law.provisions.listOf'), ...actLinks(at, [partyList], instruments)]
}
