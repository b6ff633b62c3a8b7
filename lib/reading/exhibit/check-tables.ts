import 'server-only'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { questionsInWords } from '@/lib/contract/words/check-open'
import { findingInWords, inputsInWords, testInWords } from '@/lib/contract/words/check-rule'
import { type CheckSaid, saidInWords } from '@/lib/contract/words/check-said'
import type { CheckAnswer, Finding } from '@/lib/ledger/check/answer'
import type { PageOf } from './page-of'
import { clausesOf } from './proof-lines'
import type { Column } from './tables'
import { actLinks, instrumentLink, sourceLinks, tableOf } from './tables'

type CheckPage = PageOf<'check'>

/** What was said of the product, and what was not. */
export function saidTable(said: CheckSaid): ExhibitTable {
  return tableOf({ key: 'said', title: say('check.rule.table.said') }, saidInWords(said), [
    ['input', 'text', ({ input }) => say(`check.rule.input.${input}`)],
    ['value', 'text', ({ answer }) => answer],
  ])
}

/** Every rule that was told: what it makes of the product, its days, its clause and what it rests on. */
export function findingsTable(page: CheckPage, key: string, title: string, findings: readonly Finding[]): ExhibitTable {
  return tableOf({ key, title }, findings, [...saysOf(page), ...standsOf(page), ...restsOn(page)])
}

/** Every test of every rule, with what it found and why. */
export function testsTable(said: CheckSaid, findings: readonly Finding[]): ExhibitTable {
  const rows = findings.flatMap((finding) => finding.tests.map((test) => ({ finding, test })))
  return tableOf({ key: 'tests', title: say('check.rule.table.tests') }, rows, [
    ['provision', 'text', ({ finding }) => finding.provision.key],
    ['test', 'text', ({ test }) => say(`check.rule.test.${test.test}`)],
    ['result', 'text', ({ test }) => say(`check.rule.truth.${test.truth}`)],
    ['why', 'text', ({ finding, test }) => testInWords(test, finding, said)],
    ['missing', 'text', ({ test }) => (test.missing.length === 0 ? null : inputsInWords(test.missing))],
  ])
}

/** The lines that a code may mean. */
export function candidatesTable(page: CheckPage, { candidates }: CheckAnswer): ExhibitTable {
  const { coordinates: at, instruments } = page
  return tableOf({ key: 'candidates', title: say('check.rule.table.candidates') }, candidates, [
    ['provision', 'text', ({ provision }) => provision.key],
    ['instrument', 'list', ({ provision }) => actLinks(at, [provision.instrument], instruments)],
    ['clause', 'text', ({ provision }) => provision.clause],
    ['item', 'text', ({ provision }) => provision.item],
    ['codes', 'list', ({ codes }) => [...codes]],
    ['match', 'text', ({ match }) => say(`check.rule.match.${match}`)],
    ['hsEvidence', 'text', ({ provision }) => say(`proof.hsEvidence.${provision.hsEvidence}`)],
  ])
}

function saysOf({ coordinates: at }: CheckPage): readonly Column<Finding>[] {
  return [
    ['provision', 'text', ({ provision }) => provision.key],
    ['instrument', 'link', ({ instrument }) => instrumentLink(at, instrument)],
    ['clause', 'text', ({ provision }) => provision.clause],
    ['verdict', 'text', ({ verdict }) => say(`check.rule.verdict.${verdict}`)],
    ['effect', 'text', ({ effect }) => say(`check.rule.effect.${effect}`)],
    ['says', 'text', (finding) => findingInWords(finding)],
    ['item', 'text', ({ provision }) => provision.item],
  ]
}

function standsOf({ coordinates: at, instruments }: CheckPage): readonly Column<Finding>[] {
  return [
    ['missing', 'text', ({ missing }) => (missing.length === 0 ? null : inputsInWords(missing))],
    ['state', 'text', ({ state }) => say(`status.state.${state}`)],
    ['since', 'day', ({ since }) => since],
    ['lastDay', 'day', ({ lastDay }) => lastDay],
    ['next', 'day', ({ next }) => next?.on ?? null],
    ['suspendedBy', 'list', ({ suspendedBy }) => actLinks(at, suspendedBy, instruments), say('proof.suspendedBy')],
    ['revivedFrom', 'list', ({ revivedFrom }) => actLinks(at, revivedFrom, instruments), say('proof.revivedFrom')],
    ['leansOn', 'list', ({ leansOn }) => [...leansOn]],
  ]
}

function restsOn({ coordinates: at, sources }: CheckPage): readonly Column<Finding>[] {
  return [
    ['conditions', 'list', ({ provision }) => [...provision.conditions], say('check.rule.conditionsHead')],
    ['note', 'text', ({ provision }) => provision.note, say('proof.note')],
    ['disputes', 'list', questionsInWords, say('proof.disputes.title')],
    ['evidence', 'text', ({ provision }) => say(`status.evidence.${provision.evidence}`)],
    ['sources', 'list', ({ provision }) => sourceLinks(at, provision.sources, sources), say('proof.sources')],
    ['original', 'list', ({ provision }) => clausesOf(provision.sources, 'original')],
    ['gloss', 'list', ({ provision }) => clausesOf(provision.sources, 'gloss')],
  ]
}
