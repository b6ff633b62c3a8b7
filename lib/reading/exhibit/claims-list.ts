import 'server-only'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { gapInShort, kindsOf, noVerdictInWords, sideInWords, VERDICT_WORDS } from '@/lib/contract/words/claims'
import { agreedInShort } from '@/lib/contract/words/claims-agreed'
import { cellsInWords, countsInWords, type Kinds } from '@/lib/contract/words/claims-counts'
import { editorInWords } from '@/lib/contract/words/claims-editor'
import { summaryInWords } from '@/lib/contract/words/claims-summary'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { listed } from '@/lib/contract/words/list'
import type { ClaimReading } from '@/lib/ledger/claim-reading'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import type { Verdict } from '@/lib/ledger/verdict'
import { under } from './frame'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { linkOf, sourceLinks, tableOf } from './tables'
import { lawTimeline } from './timeline'

/** Everything that was said by the asked day, with the law's answers. */
export function claimsExhibit(page: PageOf<'claims'>, recordedOn: LocalDate): Exhibit {
  const { coordinates: at, readings, later, lanes } = page
  const day = dayInWords(at.question.on)
  const summary = summaryInWords(readings, at.question)
  const title = say('address.page.claims', { day })
  const claims = readings.map(({ claim }) => claim)
  const drawn = lawTimeline(say('claims.chart.title'), at, lanes, { claims, events: [] })
  return plainExhibit(page, recordedOn, {
    title,
    description: summary,
    sentences: [summary, ...(later === 0 ? [] : [say('claims.later', { count: later })])],
    timelines: drawn === null ? [] : [drawn],
    tables: [readingsTable(page, say('claims.title'))],
    notes: [...verdictNotes()],
  })
}

/** What each verdict word means, and how it is found. */
export function verdictNotes(): readonly string[] {
  return [
    say('claims.lead'),
    ...VERDICT_WORDS.map((word) => under(say(`claims.verdict.${word}`), say(`claims.meaning.${word}`))),
    say('claims.legendRule'),
  ]
}

/** Instruments by the names that readers know, as a list. */
export function namesOf(instruments: { readonly [key: string]: Instrument }) {
  return (keys: readonly string[]) =>
    listed(
      keys.map((key) => (instruments[key] === undefined ? key : instrumentName(instruments[key]))),
      'and',
    )
}

/** A verdict as one text, or why there is none. */
export function verdictInWords(verdict: Verdict | null, reading: ClaimReading, kinds: Kinds): string {
  if (verdict === null) return noVerdictInWords(reading)
  const word = say(`claims.verdict.${verdict.word}`)
  return verdict.cells === 0 ? word : under(word, countsInWords(verdict, kinds))
}

function readingsTable(page: PageOf<'claims'>, title: string): ExhibitTable {
  const { coordinates: at, instruments, sources } = page
  const kinds = kindsOf(page.materials)
  const cells = (verdict: Verdict | null) => (verdict === null ? null : cellsInWords(verdict))
  return tableOf({ key: 'claims', title }, page.readings, [
    ['key', 'text', ({ claim }) => claim.key],
    ['on', 'day', ({ claim }) => claim.saidOn],
    ['speaker', 'text', ({ claim }) => claim.speaker.name],
    ['role', 'text', ({ claim }) => claim.speaker.role],
    ['outlet', 'text', ({ claim }) => claim.speaker.outlet],
    ['side', 'text', ({ claim }) => sideInWords(claim.speaker.type)],
    ['statement', 'link', ({ claim }) => linkOf(at, claim.statement, { name: 'claim', key: claim.key })],
    ['quote', 'text', ({ claim }) => claim.quote],
    ['whenSaid', 'text', (reading) => verdictInWords(reading.whenSaid, reading, kinds)],
    ['cellsThen', 'text', ({ whenSaid }) => cells(whenSaid)],
    ['onDay', 'text', (reading) => verdictInWords(reading.onDay, reading, kinds)],
    ['cellsOn', 'text', ({ onDay }) => cells(onDay)],
    ['agreed', 'text', (reading) => agreedInShort(reading, at.question.on)],
    ['gap', 'text', (reading) => gapInShort(reading, namesOf(instruments))],
    ['verdict', 'text', ({ claim }) => say(`claims.editor.${claim.assessment.verdict}`)],
    ['reading', 'text', editorInWords],
    ['assessment', 'text', ({ claim }) => claim.assessment.reason],
    ['sources', 'list', ({ claim }) => sourceLinks(at, claim.sources, sources)],
  ])
}
