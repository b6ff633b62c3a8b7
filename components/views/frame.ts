import type { Coordinates } from '@/lib/contract/address'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument, Regime } from '@/lib/ledger/record'
import type { Source } from '@/lib/ledger/testimony'

/** What every page at coordinates tells about itself: its three clocks and how far someone has looked. */
export type Frame = {
  readonly coordinates: Coordinates
  /** The day through which what this page tells was last looked at (R7); null when nobody looked at anything it rests on. */
  readonly verifiedThrough: LocalDate | null
  /** Whether the asked day was after today in Beijing when the page was made. */
  readonly future: boolean
}

/** Records by their key, for the names that lines and citations mention. */
export type Named<Value> = { readonly [key: string]: Value }

/** What citations and mentions are resolved against; keys that the page never mentions may be missing. */
export type Mentions = {
  readonly sources: Named<Source>
  readonly instruments: Named<Instrument>
  readonly regimes: Named<Regime>
}
