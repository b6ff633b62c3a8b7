import 'server-only'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { printed, stateSpan } from '@/lib/contract/words/line'
import { reachInWords } from '@/lib/contract/words/reach'
import { previousDay } from '@/lib/ledger/interval'
import { rulesOf } from '@/lib/ledger/proof'
import type { Line } from '@/lib/ledger/status'
import { shown } from './frame'
import type { PageOf } from './page-of'
import type { Column } from './tables'
import { actLinks, instrumentLink, sourceLinks, tableOf } from './tables'

type ProofPage = PageOf<'proof'>

/** Every provision that concerns the cell, the deciding ones first (R8, R12). */
export function linesTable(page: ProofPage): ExhibitTable {
  return tableOf({ key: 'lines', title: say('proof.lines') }, page.proof.answer.lines, [
    ...saysOf(page),
    ...standsOf(page),
    ...restsOn(page),
  ])
}

/** What a line is and what it makes of the cell. */
function saysOf({ coordinates: at }: ProofPage): readonly Column<Line>[] {
  return [
    ['provision', 'text', ({ provision }) => provision.key],
    ['instrument', 'link', ({ instrument }) => instrumentLink(at, instrument)],
    ['clause', 'text', ({ provision }) => provision.clause],
    ['decides', 'text', ({ decisive }) => (decisive ? say('proof.decides') : null)],
    ['gives', 'status', ({ gives }) => shown(gives, false)],
    ['evidence', 'text', ({ provision }) => say(`status.evidence.${provision.evidence}`)],
    ['item', 'text', ({ provision }) => provision.item],
    ['titleZh', 'text', ({ instrument }) => instrument.titleZh],
    ['reach', 'text', ({ provision }) => reachInWords(provision), say('proof.effect.name')],
  ]
}

/** Its state on the asked day, and its dates as the text prints them. */
function standsOf({ coordinates: at, instruments }: ProofPage): readonly Column<Line>[] {
  return [
    [
      'state',
      'text',
      ({ state }) => say(`status.state.${state}`),
      say('proof.state', { day: dayInWords(at.question.on) }),
    ],
    ['days', 'text', (line) => stateSpan(line) || null],
    ['from', 'day', ({ stateFrom }) => stateFrom],
    ['lastDay', 'day', ({ stateTo }) => (stateTo === null ? null : previousDay(stateTo))],
    ['beforeEffect', 'text', ({ beforeEffect }) => (beforeEffect ? say('proof.beforeEffect') : null)],
    ['issued', 'day', ({ instrument }) => instrument.issuedOn],
    ['printed', 'text', ({ provision }) => printed(provision), say('proof.text')],
    [
      'assumed',
      'text',
      ({ provision }) => (provision.lastDayReading === 'assumed-inclusive' ? say('proof.assumed') : null),
    ],
    ['suspendedBy', 'list', ({ suspendedBy }) => actLinks(at, suspendedBy, instruments), say('proof.suspendedBy')],
    ['revivedFrom', 'list', ({ revivedFrom }) => actLinks(at, revivedFrom, instruments), say('proof.revivedFrom')],
    ['exemptedBy', 'list', ({ exemptedBy }) => actLinks(at, exemptedBy, instruments), say('proof.exemptedBy')],
    [
      'leansOn',
      'text',
      ({ leansOn }) => (leansOn.length === 0 ? null : say('proof.leansOnCount', { count: leansOn.length })),
    ],
  ]
}

function restsOn({ coordinates: at, sources, proof }: ProofPage): readonly Column<Line>[] {
  return [
    ['hs', 'list', ({ provision }) => [...provision.hsCodes], say('proof.hs')],
    [
      'hsEvidence',
      'text',
      ({ provision }) => (provision.hsCodes.length === 0 ? null : say(`proof.hsEvidence.${provision.hsEvidence}`)),
    ],
    ['conditions', 'list', ({ provision }) => [...provision.conditions], say('proof.conditions')],
    ['note', 'text', ({ provision }) => provision.note, say('proof.note')],
    ['rules', 'text', (line) => rulesOf(line, proof.answer).join(', '), say('proof.rules')],
    ['sources', 'list', ({ provision }) => sourceLinks(at, provision.sources, sources), say('proof.sources')],
    ['original', 'list', ({ provision }) => clausesOf(provision.sources, 'original')],
    ['gloss', 'list', ({ provision }) => clausesOf(provision.sources, 'gloss')],
  ]
}

/** The words of the law as far as they were copied out, or what they say in English. */
export function clausesOf(cited: Line['provision']['sources'], which: 'original' | 'gloss'): string[] {
  return cited.flatMap(({ clause }) => clause?.[which] ?? [])
}
