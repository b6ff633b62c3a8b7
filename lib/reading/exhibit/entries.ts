import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import type { Dated, Entry } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { looseInWords } from '@/lib/contract/words/day'
import type { Citation } from '@/lib/ledger/record'
import type { Source } from '@/lib/ledger/testimony'
import { shown } from './frame'
import { instrumentLink, sourceLinks, tableOf } from './tables'

type Row = { readonly when: string; readonly entry: Entry }
type Sources = { readonly [key: string]: Source }

/** What a timeline draws, told day by day. `sources` names what claims and events rest on. */
export function entriesTable(at: Coordinates, title: string, dated: readonly Dated[], sources: Sources): ExhibitTable {
  const rows: readonly Row[] = dated.flatMap(({ when, entries }) => entries.map((entry) => ({ when, entry })))
  return tableOf({ key: 'entries', title }, rows, [
    ['on', 'day', ({ when }) => when],
    ['what', 'text', ({ entry }) => say(`timeline.list.${entry.kind}`)],
    ['says', 'list', ({ entry }) => saysOf(entry, at)],
    ['note', 'list', ({ entry }) => noteOf(entry)],
    ['sources', 'list', ({ entry }) => sourceLinks(at, citedBy(entry), sources)],
  ])
}

function saysOf(entry: Entry, at: Coordinates): ExhibitValue {
  switch (entry.kind) {
    case 'law':
      return [instrumentLink(at, entry.instrument), entry.word]
    case 'change':
      return [
        shown(entry.before.status, entry.before.beforeEffect),
        say('matrix.changed.to'),
        shown(entry.after.status, entry.after.beforeEffect),
        entry.forms.join(', '),
      ]
    case 'claim': {
      const { statement, quote } = entry.claim
      return [say('proof.claims.by', entry.claim.speaker), statement, ...(quote === null ? [] : [quoted(quote)])]
    }
    case 'event': {
      const { title, status } = entry.event
      return status === 'occurred' ? title : [title, say(`timeline.list.${status}`)]
    }
  }
}

function noteOf(entry: Entry): ExhibitValue {
  if (entry.kind === 'claim') {
    const { verdict, reason } = entry.claim.assessment
    return [`${say(`proof.claims.verdict.${verdict}`)}.`, reason]
  }
  if (entry.kind !== 'event') return null
  const { endsOn, summary } = entry.event
  return endsOn === null ? summary : [`${say('timeline.list.until')} ${looseInWords(endsOn)}`, summary]
}

/** A quotation in the marks of a quotation. */
export function quoted(quote: string): string {
  return say('proof.claims.quote', { quote })
}

/** A claim rests on what it was read in, and our reading of it on what it was held against. */
function citedBy(entry: Entry): readonly Citation[] {
  if (entry.kind === 'event') return entry.event.sources
  return entry.kind === 'claim' ? [...entry.claim.sources, ...entry.claim.assessment.sources] : []
}
