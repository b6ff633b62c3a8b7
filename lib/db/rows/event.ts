import type { Citation } from '@/lib/ledger/record'
import type { Event, Source } from '@/lib/ledger/testimony'
import { CONFIDENCES, EVENT_KINDS, EVENT_STATES, PRECISIONS, READINGS, SOURCE_KINDS } from '@/lib/ledger/vocabulary'
import type { EventVersion, SourceVersion } from '../generated/client'
import { contentsOf, known, type Versioned } from './cell'

export function sourceOf(row: SourceVersion): Source {
  return {
    ...contentsOf(row),
    kind: known(SOURCE_KINDS, row.kind, 'kind of a source'),
    read: known(READINGS, row.read, 'reading of a source'),
  }
}

export function sourceRow(source: Source): Omit<SourceVersion, keyof Versioned> {
  return source
}

export function eventOf(row: EventVersion, sources: readonly Citation[]): Event {
  return {
    ...contentsOf(row),
    precision: known(PRECISIONS, row.precision, 'precision of an event'),
    kind: known(EVENT_KINDS, row.kind, 'kind of an event'),
    status: known(EVENT_STATES, row.status, 'state of an event'),
    confidence: known(CONFIDENCES, row.confidence, 'confidence'),
    sources,
  }
}

export function eventRow({ sources, ...event }: Event): Omit<EventVersion, keyof Versioned> {
  return {
    ...event,
    jurisdictions: [...event.jurisdictions],
    regimes: [...event.regimes],
    instruments: [...event.instruments],
  }
}
