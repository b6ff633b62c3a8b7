import type { Relief } from '@/lib/ledger/compare/relief'
import type { LocalDate } from '@/lib/ledger/interval'
import type { LaneSpan } from '@/lib/ledger/lane'
import type { Form, Instrument, Material, Party, Provision, Regime } from '@/lib/ledger/record'
import type { Rollup } from '@/lib/ledger/rollup'
import type { Standing, StateCount } from '@/lib/ledger/standing'
import type { LineState } from '@/lib/ledger/status'
import type { Claim, Event } from '@/lib/ledger/testimony'
import type { Frame, Mentions } from './frame'
import type { InstrumentLane } from './material-page'

/** An instrument in a list: what its lines are doing on the asked day, strictest first. */
export type InstrumentEntry = {
  readonly instrument: Instrument
  readonly regime: Regime
  readonly states: readonly StateCount[]
}

export type RegimeEntry = {
  readonly regime: Regime
  readonly instruments: readonly InstrumentEntry[]
  /** What the regime does to every cell it reaches under this question; null when it reaches none. */
  readonly rollup: Rollup | null
  readonly materials: number
}
export type RegimesPage = Frame & { readonly regimes: readonly RegimeEntry[] }

export type RegimePage = Frame &
  Pick<Mentions, 'sources'> & {
    readonly regime: Regime
    readonly instruments: readonly InstrumentEntry[]
    readonly lanes: readonly InstrumentLane[]
    readonly rollup: Rollup | null
    /** What the regime does to each material it names, in the record's order. */
    readonly reach: readonly { readonly material: Material; readonly rollup: Rollup }[]
    /** What suspends some of it, or is of it and suspends: each can be rehearsed. */
    readonly suspenders: readonly Instrument[]
    readonly events: readonly Event[]
    readonly claims: readonly Claim[]
  }

export type InstrumentsPage = Frame & { readonly instruments: readonly InstrumentEntry[] }

/** Another instrument's provision that suspends, extends, repeals or exempts this one. */
export type ActedOn = { readonly instrument: Instrument; readonly provision: Provision; readonly state: LineState }

export type InstrumentPage = Frame &
  Mentions & {
    readonly instrument: Instrument
    readonly regime: Regime
    /** Every line of the instrument with what it is doing on the asked day. */
    readonly provisions: readonly Standing[]
    readonly spans: readonly LaneSpan[]
    readonly actedOnBy: readonly ActedOn[]
    /** Days on which it may have changed something, and the net relief of what it eases on the asked day. */
    readonly effects: {
      readonly days: readonly { readonly what: 'issued' | 'effective' | 'ended'; readonly on: LocalDate }[]
      readonly relief: Relief | null
    }
    /** Instruments that this one suspends, extends or repeals. */
    readonly actsOn: readonly Instrument[]
    /** What suspends some of it, or it where it suspends: each can be rehearsed. */
    readonly suspenders: readonly Instrument[]
    readonly materials: readonly Material[]
    readonly forms: readonly Form[]
    readonly parties: readonly Party[]
    readonly events: readonly Event[]
    readonly claims: readonly Claim[]
  }
