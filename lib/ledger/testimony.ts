import type { LocalDate } from './interval'
import type { Cited, Confidence, Country, Ledger, Route } from './record'

export type SourceKind = 'primary-legal' | 'official-statement' | 'law-firm' | 'news' | 'analysis' | 'dataset'

/** A publication that a record cites. `publishedOn` may be a month or a year. */
export type Source = {
  readonly key: string
  readonly title: string
  readonly publisher: string
  readonly url: string | null
  readonly publishedOn: string | null
  readonly language: string
  readonly kind: SourceKind
  readonly read: 'in-full' | 'in-part' | 'quoted-by-others'
  readonly note: string | null
  readonly article: string | null
}

export type Precision = 'day' | 'month' | 'year'

/** A dated milestone that changes no law by itself (R1). */
export type Event = Cited & {
  readonly key: string
  readonly startsOn: string
  readonly endsOn: string | null
  readonly precision: Precision
  readonly title: string
  readonly summary: string
  readonly kind:
    | 'summit'
    | 'talks'
    | 'statement'
    | 'tariff'
    | 'licensing'
    | 'investment'
    | 'listing'
    | 'deadline'
    | 'other'
  readonly jurisdictions: readonly Country[]
  readonly regimes: readonly string[]
  readonly instruments: readonly string[]
  readonly status: 'occurred' | 'scheduled' | 'reported'
  readonly confidence: Confidence
}

/** What a claim says of cells, from its first to its last day, both inclusive as spoken. */
export type Assertion = {
  readonly materials: readonly string[] | 'all-rare-earths' | 'all'
  readonly forms: readonly string[] | 'all'
  readonly destinations: readonly Country[] | 'all'
  readonly endUse: 'any' | 'military'
  readonly route: Exclude<Route, 'assistance'>
  readonly status: 'open' | 'licence' | 'suspended' | 'prohibited'
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** A public statement about what is open or closed. It never changes a status (R1). */
export type Claim = Cited & {
  readonly key: string
  readonly saidOn: string
  readonly precision: Precision
  readonly speaker: { readonly name: string; readonly role: string; readonly outlet: string; readonly type: string }
  readonly statement: string
  readonly quote: string | null
  readonly asserts: readonly Assertion[]
  readonly assessment: Cited & {
    readonly verdict: 'confirmed' | 'partly' | 'contradicted' | 'unverifiable'
    readonly reason: string
    readonly assessedOn: LocalDate
  }
  readonly tags: readonly string[]
}

/** One observed value of a series. `period` is a day, month, quarter, year or span as printed. */
export type IndicatorPoint = {
  readonly period: string
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly estimated: boolean
  readonly note: string | null
  readonly source: string
}

/** A series that shows practice, never law. */
export type Indicator = {
  readonly key: string
  readonly title: string
  readonly unit: string
  readonly geography: string
  readonly frequency: string
  readonly materials: readonly string[]
  readonly points: readonly IndicatorPoint[]
  readonly notes: string | null
}

/** The whole record at one revision: the ledger, and what is told beside it. */
export type WholeRecord = Ledger & {
  readonly sources: readonly Source[]
  readonly events: readonly Event[]
  readonly claims: readonly Claim[]
  readonly indicators: readonly Indicator[]
}
