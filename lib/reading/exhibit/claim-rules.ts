import 'server-only'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { askedInWords, doesInWords, ranInWords, standsInWords } from '@/lib/contract/words/claims-rules'
import { dayInWords } from '@/lib/contract/words/day'
import type { PageOf } from './page-of'
import { instrumentLink, tableOf } from './tables'

/** Whether the rules that a claim is about ever applied, by groups that went through the same. */
export function rulesTable({ coordinates: at, rules, instruments }: PageOf<'claim'>): ExhibitTable {
  const { on } = at.question
  return tableOf({ key: 'rules', title: say('claims.page.applied') }, rules, [
    [
      'instrument',
      'link',
      ({ instrument: key }) => (instruments[key] === undefined ? null : instrumentLink(at, instruments[key])),
      say('claims.page.appliedInstrument'),
    ],
    ['does', 'text', doesInWords, say('claims.page.appliedWhat')],
    ['clause', 'list', ({ clauses }) => [...clauses], say('claims.page.appliedClauses')],
    ['lines', 'number', ({ lines }) => lines],
    ['days', 'text', (rule) => ranInWords(rule, on), say('claims.page.appliedDays')],
    ['state', 'text', standsInWords, say('claims.page.appliedNow', { day: dayInWords(on) })],
    ['asked', 'text', askedInWords, say('claims.page.appliedAsked')],
  ])
}
