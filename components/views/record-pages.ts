import type { FoundGroup } from '@/lib/contract/found'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument, Material, Party, Provision, Regime } from '@/lib/ledger/record'
import type { Claim, Event, Indicator, Source } from '@/lib/ledger/testimony'
import type { Frame, Named } from './frame'

/** How many records cite a source, by kind of record. */
export type RestCounts = {
  readonly regimes: number
  readonly materials: number
  readonly instruments: number
  readonly provisions: number
  readonly parties: number
  readonly events: number
  readonly claims: number
  readonly indicators: number
}
export type SourcesPage = Frame & {
  readonly sources: readonly { readonly source: Source; readonly rests: RestCounts }[]
}

/** A record that cites the source, and where in it. */
export type Rests<Value> = readonly { readonly record: Value; readonly locator: string | null }[]
export type SourcePage = Frame & {
  readonly source: Source
  /** Every instrument by its key, for the names that lines, events and claims mention. */
  readonly named: Named<Instrument>
  readonly regimes: Rests<Regime>
  readonly materials: Rests<Material>
  readonly instruments: Rests<Instrument>
  readonly provisions: Rests<Provision>
  readonly parties: Rests<Party>
  readonly events: Rests<Event>
  readonly claims: Rests<Claim>
  readonly indicators: Rests<Indicator>
}

export type AboutPage = Frame & {
  readonly coversFrom: LocalDate
  readonly counts: { readonly [kind in RecordKind]: number }
}
export type RecordKind =
  | 'materials'
  | 'forms'
  | 'regimes'
  | 'instruments'
  | 'provisions'
  | 'parties'
  | 'sources'
  | 'events'
  | 'claims'
  | 'indicators'

/** `q` is the text asked for; `refusal` says in words why it was not searched. Search has no coordinates. */
export type SearchPage = {
  readonly q: string
  readonly groups: readonly FoundGroup[]
  readonly refusal: string | null
  /** A code that no line of the record prints or infers; `null` of every other text. */
  readonly unprinted: string | null
  /** `null` where nothing was searched. */
  readonly verifiedThrough: LocalDate | null
}
