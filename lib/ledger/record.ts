import type { Interval, LocalDate } from './interval'

/** ISO 3166-1 alpha-2 code of a country. */
export type Country = string

/** The words of the law themselves, in their own language, and what they say in English. */
export type ClauseText = { readonly original: string; readonly gloss: string | null }

/** Where a statement of fact was found: a source by key, the place inside it, and the clause where it was copied out. */
export type Citation = { readonly source: string; readonly locator: string | null; readonly clause?: ClauseText }

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

/** What the law is computed from: everything that can decide a status. */
export type Ledger = {
  readonly materials: readonly Material[]
  readonly forms: readonly Form[]
  readonly regimes: readonly Regime[]
  readonly instruments: readonly Instrument[]
  readonly provisions: readonly Provision[]
  readonly parties: readonly Party[]
}
