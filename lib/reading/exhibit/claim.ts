import 'server-only'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { assertionInWords, gapInWords, kindsOf, sideInWords } from '@/lib/contract/words/claims'
import { agreedInWords, readOnInWords } from '@/lib/contract/words/claims-agreed'
import { placesInWords } from '@/lib/contract/words/claims-cells'
import { cellsInWords } from '@/lib/contract/words/claims-counts'
import { editorInWords } from '@/lib/contract/words/claims-editor'
import { unaskedInWords } from '@/lib/contract/words/claims-rules'
import { dayInWords, looseInWords } from '@/lib/contract/words/day'
import { sentences } from '@/lib/contract/words/list'
import type { AssertedStatus } from '@/lib/ledger/asserted-rows'
import type { LocalDate } from '@/lib/ledger/interval'
import { rulesTable } from './claim-rules'
import { namesOf, verdictInWords, verdictNotes } from './claims-list'
import { factsTable } from './facts'
import { shown, under } from './frame'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { sourcesTable } from './sources-table'
import { instrumentLink, linkOf, sourceLinks, tableOf } from './tables'

type ClaimPage = PageOf<'claim'>

/** One claim: the law's answers, the gap, its cells, what the law did next, and who else said so. */
export function claimExhibit(page: ClaimPage, recordedOn: LocalDate): Exhibit {
  const { claim, coordinates: at, sources, rows, runs, neighbours } = page
  return plainExhibit(page, recordedOn, {
    title: say('address.page.claim', { name: claim.statement }),
    description: claim.statement,
    sentences: [claim.statement, ...answers(page), ...unaskedSentences(page)],
    tables: [
      facts(page),
      ...(rows.length === 0 ? [] : [cellsTable(page)]),
      ...(runs.length === 0 ? [] : [runsTable(page)]),
      ...(page.rules.length === 0 ? [] : [rulesTable(page)]),
      ...(neighbours.length === 0 ? [] : [neighboursTable(page)]),
      sourcesTable(at, sources),
    ],
    notes: [...(rows.length === 0 ? [] : [say('claims.page.cellsNote')]), ...verdictNotes()],
  })
}

/** When it was said, on the asked day, the gap, and how a person reads it: a sentence each. */
function answers({ claim, reading, coordinates: at, materials, instruments }: ClaimPage): readonly string[] {
  const { on } = at.question
  const kinds = kindsOf(materials)
  const agreed = agreedInWords(reading, on)
  return [
    under(readOnInWords(reading), verdictInWords(reading.whenSaid, reading, kinds)),
    under(
      say('claims.page.now', { day: dayInWords(on) }),
      reading.onDay === null
        ? say('claims.page.notYet', { day: dayInWords(on) })
        : verdictInWords(reading.onDay, reading, kinds),
    ),
    ...(agreed === null ? [] : [under(say('claims.page.agreed'), agreed)]),
    under(say('claims.page.gap'), gapInWords(reading, on, namesOf(instruments))),
    under(say('claims.page.editor'), sentences(editorInWords(reading), claim.assessment.reason)),
  ]
}

/** Which ways of its own instruments the claim leaves unasked. */
function unaskedSentences({ unasked, instruments }: ClaimPage): readonly string[] {
  return unasked.map((one) => unaskedInWords(one, namesOf(instruments)([one.instrument])))
}

function facts(page: ClaimPage): ExhibitTable {
  const { claim, coordinates: at, named, sources } = page
  const { name, role, outlet, type } = claim.speaker
  const names = namesOfCells(page)
  return factsTable(say('claims.title'), [
    [say('claims.page.said'), looseInWords(claim.saidOn)],
    [say('claims.page.speaker'), name],
    [say('claims.page.role'), role],
    [say('claims.page.outlet'), outlet],
    [say('claims.page.side'), sideInWords(type)],
    [say('exhibit.column.quote'), claim.quote === null ? null : say('claims.quote', { quote: claim.quote })],
    [
      say('claims.page.asserts'),
      claim.asserts.length === 0
        ? say('claims.page.assertsNothing')
        : claim.asserts.map((assertion) => assertionInWords(assertion, names)),
    ],
    [say('claims.page.instruments'), named.map((instrument) => instrumentLink(at, instrument))],
    [say('claims.page.sources'), sourceLinks(at, claim.sources, sources)],
    [say('claims.page.sourcesEditor'), sourceLinks(at, claim.assessment.sources, sources)],
  ])
}

function namesOfCells({ materials, forms }: Pick<ClaimPage, 'materials' | 'forms'>) {
  const material = new Map(materials.map(({ key, nameEn }) => [key, nameEn]))
  const form = new Map(forms.map(({ key, nameEn }) => [key, nameEn.toLowerCase()]))
  return {
    material: (key: string) => material.get(key) ?? key,
    form: (key: string) => form.get(key) ?? key,
  }
}

function cellsTable(page: ClaimPage): ExhibitTable {
  const { coordinates: at, rows } = page
  const names = namesOfCells(page)
  const word = (its: AssertedStatus | null) =>
    its === null ? say('claims.page.notTold') : shown(its.status, false).word
  const agrees = (its: AssertedStatus | null) => {
    if (its === null) return null
    return its.counted ? say(`claims.page.${its.bearing}`) : say('claims.page.notCounted')
  }
  return tableOf({ key: 'cells', title: say('claims.page.cells') }, rows, [
    ['material', 'text', ({ material }) => material],
    ['materialName', 'text', ({ material }) => names.material(material)],
    ['form', 'text', ({ form }) => form],
    ['formName', 'text', ({ form }) => names.form(form)],
    ['asked', 'text', placesInWords],
    ['asserted', 'text', ({ assertion }) => say(`claims.assert.${assertion.status}`)],
    ['statusThen', 'text', ({ whenSaid }) => word(whenSaid)],
    ['agreesThen', 'text', ({ whenSaid }) => agrees(whenSaid)],
    ['status', 'text', ({ onDay }) => word(onDay), say('claims.page.after', { day: dayInWords(at.question.on) })],
    ['agrees', 'text', ({ onDay }) => agrees(onDay)],
    [
      'proof',
      'link',
      ({ question, material, form }) =>
        linkOf(
          { ...at, question: { ...question, known: at.question.known } },
          say('claims.page.proofTitle', { material: names.material(material), form: names.form(form) }),
          { name: 'proof', material, form },
        ),
    ],
  ])
}

function runsTable({ coordinates: at, runs, instruments }: ClaimPage): ExhibitTable {
  return tableOf({ key: 'verdicts', title: say('claims.page.next') }, runs, [
    ['from', 'day', ({ from }) => from, say('claims.page.nextFrom')],
    ['verdict', 'text', ({ verdict }) => say(`claims.verdict.${verdict.word}`), say('claims.page.nextVerdict')],
    ['cells', 'text', ({ verdict }) => cellsInWords(verdict)],
    [
      'instruments',
      'list',
      ({ by }) => by.flatMap((key) => (instruments[key] === undefined ? [] : [instrumentLink(at, instruments[key])])),
      say('claims.page.nextBy'),
    ],
  ])
}

function neighboursTable({ coordinates: at, neighbours, bySame, claim }: ClaimPage): ExhibitTable {
  const title = bySame ? say('claims.page.neighbours', { name: claim.speaker.name }) : say('claims.page.around')
  return tableOf({ key: 'claims', title }, neighbours, [
    ['on', 'day', ({ claim: other }) => other.saidOn],
    ['speaker', 'text', ({ claim: other }) => other.speaker.name],
    ['statement', 'link', ({ claim: other }) => linkOf(at, other.statement, { name: 'claim', key: other.key })],
    ['onDay', 'text', ({ onDay }) => (onDay === null ? null : say(`claims.verdict.${onDay.word}`))],
  ])
}
