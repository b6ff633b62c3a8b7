import 'server-only'
import { tellCell } from '@/lib/contract/answer'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { claimsLead } from '@/lib/contract/words/claims-lead'
import { dayInWords } from '@/lib/contract/words/day'
import { flipInWords } from '@/lib/contract/words/flip'
import { instrumentName } from '@/lib/contract/words/instrument'
import { meaningOf, wordsShown } from '@/lib/contract/words/legend'
import { askedInWords } from '@/lib/contract/words/matrix'
import { runInWords, sentenceOf, verificationInWords } from '@/lib/contract/words/proof'
import { rulesApplied } from '@/lib/contract/words/rules'
import { statusWord } from '@/lib/contract/words/status'
import type { LocalDate } from '@/lib/ledger/interval'
import { lastDayOf } from '@/lib/ledger/interval'
import { claimsTable } from './claims'
import { exhibitFrame, shown, under } from './frame'
import type { PageOf } from './page-of'
import { linesTable } from './proof-lines'
import { sourcesTable } from './sources-table'
import { linkOf, tableOf } from './tables'

type ProofPage = PageOf<'proof'>

/** The proof of one cell: its sentence, every provision that concerns it, what would flip it, and what was said of it. */
export function proofExhibit(page: ProofPage, recordedOn: LocalDate): Exhibit {
  const { proof, coordinates, claims } = page
  const { answer, material, form, run, timeline } = proof
  const frame = exhibitFrame(page, recordedOn)
  const asked = askedInWords(coordinates)
  const day = dayInWords(coordinates.question.on)
  const sentence = sentenceOf(proof, page.future)
  const lead = say('exhibit.proof', {
    lead: say('proof.lead', { material: material.nameEn, form: form.nameEn.toLowerCase() }),
    day,
    word: statusWord(answer.status, answer.beforeEffect),
  })
  return {
    ...frame,
    title: say('address.page.proof', { name: material.nameEn, form: form.nameEn, day }),
    description: [lead, sentence, asked].join(' '),
    asked,
    sentences: [lead, sentence, ...besides(page)],
    cells: [tellCell({ answer, run })],
    grid: null,
    timelines: [],
    tables: [
      linesTable(page),
      ...(proof.flips.length === 0 ? [] : [flipsTable(page)]),
      spansTable(page),
      ...(claims.length === 0 ? [] : [claimsTable(coordinates, say('proof.claims.title'), claims, page.sources)]),
      sourcesTable(coordinates, page.sources),
    ],
    legend: wordsShown(timeline).map(({ status, beforeEffect }) => ({
      shown: shown(status, beforeEffect),
      meaning: meaningOf(status, beforeEffect, coordinates.question.route),
    })),
    notes: [
      `${material.nameZh} · ${form.nameZh}`,
      ...rulesApplied(answer).map((rule) => say('exhibit.rule', { rule, meaning: say(`proof.rule.${rule}`) })),
      ...(claims.length > 0 ? claimsLead(page.undecided) : []),
      ...frame.notes,
    ],
  }
}

/** Its days, how far it was looked at, and how near a boundary that is only read. */
function besides({ proof }: ProofPage): readonly string[] {
  const { answer, boundaries } = proof
  return [
    `${runInWords(proof)} ${verificationInWords(proof)}`.trim(),
    ...(answer.coverage === 'named' && answer.namedLines > 0
      ? [say('proof.coverage', { count: answer.namedLines })]
      : []),
    ...(answer.lines.length === 0 && answer.status !== 'not-applicable' ? [say('proof.noLines')] : []),
    ...boundaries.flatMap(({ provision, instrument, lastDay, disputes }) => [
      under(
        say('proof.boundary.title'),
        say('exhibit.boundary', {
          instrument: instrumentName(instrument),
          lead: say('proof.boundary.lead', { clause: provision.clause, day: dayInWords(lastDay) }),
        }),
      ),
      ...disputes.map(({ id, text }) => under(say('proof.disputes.title'), `${id} ${text}`)),
    ]),
  ]
}

/** Conditions, which no reader may take for what is the case: they stand under their heading alone. */
function flipsTable({ proof }: ProofPage): ExhibitTable {
  const title = say('proof.flips.title')
  return tableOf({ key: 'flips', title }, proof.flips, [
    ['says', 'text', (flip) => flipInWords(flip, proof.answer.status), title],
  ])
}

function spansTable({ proof, coordinates }: ProofPage): ExhibitTable {
  const { question } = coordinates
  return tableOf({ key: 'spans', title: say('proof.timeline.title') }, proof.timeline, [
    [
      'from',
      'link',
      ({ from }) => linkOf({ ...coordinates, question: { ...question, on: from } }, dayInWords(from), coordinates.view),
    ],
    ['since', 'day', ({ from }) => from],
    ['lastDay', 'day', (span) => lastDayOf(span)],
    ['note', 'text', ({ to }) => (to === null ? say('proof.timeline.onwards') : null)],
    ['shown', 'status', ({ status, beforeEffect }) => shown(status, beforeEffect)],
  ])
}
