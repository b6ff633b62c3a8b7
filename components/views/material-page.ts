import type { LocalDate } from '@/lib/ledger/interval'
import type { LaneSpan } from '@/lib/ledger/lane'
import type { Form, Instrument, Material } from '@/lib/ledger/record'
import type { Rollup } from '@/lib/ledger/rollup'
import type { Observed } from '@/lib/ledger/series/observed'
import type { Standing } from '@/lib/ledger/standing'
import type { CellAnswer } from '@/lib/ledger/status'
import type { StripSpan } from '@/lib/ledger/strip'
import type { Claim, Event } from '@/lib/ledger/testimony'
import type { Run, Span } from '@/lib/ledger/timeline'
import type { Frame, Mentions } from './frame'

/** One form of the material: its answer on the asked day and its whole timeline. */
export type FormLane = {
  readonly form: Form
  readonly answer: CellAnswer
  readonly timeline: readonly Span[]
  readonly run: Run
}

export type InstrumentLane = { readonly instrument: Instrument; readonly spans: readonly LaneSpan[] }

export type MaterialPage = Frame &
  Mentions & {
    readonly material: Material
    readonly rollup: Rollup
    readonly next: Run['next']
    /** Forms that the material has, in the record's order. */
    readonly forms: readonly FormLane[]
    readonly strip: readonly StripSpan[]
    /** Instruments with a line that names the material, by day of issue; suspensions of those lines included. */
    readonly lanes: readonly InstrumentLane[]
    /** Every item line that names the material, with its state on the asked day. */
    readonly items: readonly Standing[]
    readonly claims: readonly Claim[]
    readonly events: readonly Event[]
    /** What was observed of it, each series beside the law of its goods. */
    readonly series: readonly Observed[]
    readonly coversFrom: LocalDate
    /** The materials before and after it in the record's order, for stepping through. */
    readonly neighbours: { readonly previous: Material | null; readonly next: Material | null }
  }
