import type { Interval, LocalDate } from './interval'

/** ISO 3166-1 alpha-2 code of a country. */
export type Country = string

/** Where a statement of fact was found: a source by key, and the place inside it. */
export type Citation = { readonly source: string; readonly locator: string | null }

export type Cited = { readonly sources: readonly Citation[] }

export type MaterialKind = 'element' | 'product' | 'equipment' | 'technology' | 'mineral'
export type Group = 'light' | 'medium' | 'heavy'

/** An element, product, technology or kind of equipment that a rule can name. */
export type Material = Cited & {
  readonly key: string
  readonly kind: MaterialKind
  readonly rareEarth: boolean
  readonly symbol: string | null
  readonly atomicNumber: number | null
  readonly nameEn: string
  readonly nameZh: string
  readonly group: Group | null
  readonly groupNote: string | null
  readonly components: readonly string[]
  readonly forms: readonly string[]
  readonly uses: string | null
  readonly critical: readonly string[]
  readonly aliases: readonly string[]
}

export type FormFamily = 'basic' | 'magnet' | 'functional' | 'equipment' | 'technology' | 'other'

/** A form or stage in which a material is traded. */
export type Form = {
  readonly key: string
  readonly nameEn: string
  readonly nameZh: string
  readonly family: FormFamily
  readonly order: number
}

/** A set of instruments that readers know by one name. `startsOn` may be a month or a year. */
export type Regime = Cited & {
  readonly key: string
  readonly nameEn: string
  readonly shortName: string
  readonly jurisdiction: Country
  readonly summary: string
  readonly startsOn: string
  readonly order: number
}

export type Dispute = { readonly id: string; readonly text: string }

/** One legal instrument, or one official statement that binds nobody (R1: only `law` counts). */
export type Instrument = Cited & {
  readonly key: string
  readonly regime: string
  readonly jurisdiction: Country
  readonly authorities: readonly string[]
  readonly number: string | null
  readonly titleEn: string
  readonly titleZh: string | null
  readonly issuedOn: LocalDate
  readonly binding: 'law' | 'statement'
  readonly summary: string
  readonly conditions: readonly string[]
  readonly officialUrl: string | null
  /** The day up to which a person looked for later changes, inclusive (R7). */
  readonly verifiedThrough: LocalDate
  readonly verificationNote: string | null
  readonly disputes: readonly Dispute[]
}

export type Effect = 'licence' | 'prohibit' | 'suspend' | 'extend' | 'repeal' | 'exempt'
export type EndUse = 'any' | 'military' | 'listed-party'
export type Route = 'export' | 're-export' | 'foreign-made' | 'assistance'
export type Coverage = 'whole' | 'named'
export type HsEvidence = 'printed' | 'inferred' | 'none'
export type Evidence = 'text' | 'extract' | 'structure' | 'unverified'
export type Confidence = 'high' | 'medium' | 'low'
export type LastDayReading = 'stated' | 'assumed-inclusive'

/** Stands alone in `materials`: the clause reaches every item that some rule already controls (R2). */
export const CONTROLLED_ITEMS = 'controlled-items'

/** Stands alone in `forms`: the clause names no form. */
export const ANY_FORM = 'any'

/** One clause or item line of an instrument. */
export type Provision = Cited & {
  readonly key: string
  readonly instrument: string
  readonly clause: string
  readonly effect: Effect
  readonly inPrinciple: boolean
  /** First day of effect, and the first day after it; the text's own last day is the day before `to`. */
  readonly inForce: Interval
  readonly lastDayReading: LastDayReading | null
  /** Keys of instruments or provisions that a suspend, extend or repeal acts on. */
  readonly targets: readonly string[]
  readonly materials: readonly string[]
  readonly forms: readonly string[]
  readonly coverage: Coverage
  readonly item: string
  readonly hsCodes: readonly string[]
  readonly hsEvidence: HsEvidence
  readonly destinations: { readonly only: readonly Country[] | null; readonly except: readonly Country[] }
  readonly endUse: EndUse
  /** For `listed-party`: the instrument whose parties are meant; null means every list. */
  readonly partyList: string | null
  readonly route: Route
  /** Share of value, 0.001 = 0.1 %. */
  readonly deMinimis: number | null
  readonly conditions: readonly string[]
  readonly evidence: Evidence
  readonly confidence: Confidence
  readonly note: string | null
}

export type PartyListKind = 'control-list' | 'watch-list' | 'unreliable-entity-list'

/** A named party; listed on every day from `listedOn` up to but not including `delistedOn`. */
export type Party = Cited & {
  readonly key: string
  readonly nameEn: string
  readonly nameZh: string | null
  readonly country: Country | null
  readonly instrument: string
  readonly list: PartyListKind
  readonly listedOn: LocalDate
  readonly delistedOn: LocalDate | null
}

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

/** What the law is computed from: everything that can decide a status. */
export type Ledger = {
  readonly materials: readonly Material[]
  readonly forms: readonly Form[]
  readonly regimes: readonly Regime[]
  readonly instruments: readonly Instrument[]
  readonly provisions: readonly Provision[]
  readonly parties: readonly Party[]
}

/** The whole record at one revision: the ledger, and what is told beside it. */
export type WholeRecord = Ledger & {
  readonly sources: readonly Source[]
  readonly events: readonly Event[]
  readonly claims: readonly Claim[]
  readonly indicators: readonly Indicator[]
}
