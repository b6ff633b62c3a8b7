import 'server-only'
import type { CitingKind } from '@/lib/ledger/citations'
import { CITING_KINDS, restingOn } from '@/lib/ledger/citations'
import { claimAsDated, eventAsDated } from '@/lib/ledger/period'
import type { Source, WholeRecord } from '@/lib/ledger/testimony'
import { frameOf, mentionsOf } from './frame'
import type { Opened } from './opened'

/** Every source with how much rests on it, by publisher and title. */
export function sourcesPage(opened: Opened) {
  const { record } = opened
  return {
    ...frameOf(opened),
    sources: [...record.sources]
      .sort((a, b) => compare(a.publisher, b.publisher) || compare(a.title, b.title) || compare(a.key, b.key))
      .map((source) => ({ source, rests: countsOf(record, source) })),
  }
}

/** One source and every record that rests on it. */
export function sourcePage(opened: Opened, source: Source) {
  const { record } = opened
  const { instruments: named } = mentionsOf(record, [], record.instruments)
  const told = { ...record, claims: record.claims.map(claimAsDated), events: record.events.map(eventAsDated) }
  return { ...frameOf(opened), source, named, ...restingOn(told, source.key) }
}

/** What the record is, how it is made and how large it is. */
export function aboutPage(opened: Opened) {
  const { record, law } = opened
  const { materials, forms, regimes, instruments, provisions, parties, sources, events, claims, indicators } = record
  const lists = { materials, forms, regimes, instruments, provisions, parties, sources, events, claims, indicators }
  return {
    ...frameOf(opened),
    coversFrom: law.coversFrom,
    counts: Object.fromEntries(Object.entries(lists).map(([kind, list]) => [kind, list.length])) as {
      readonly [kind in keyof typeof lists]: number
    },
  }
}

function countsOf(record: WholeRecord, source: Source) {
  const resting = restingOn(record, source.key)
  return Object.fromEntries(CITING_KINDS.map((kind) => [kind, resting[kind].length])) as {
    readonly [kind in CitingKind]: number
  }
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en')
}
