import type { Interval, LocalDate } from '@/lib/ledger/interval'
import type { Form, Instrument, Material } from '@/lib/ledger/record'
import type { Rollup } from '@/lib/ledger/rollup'
import type { Standing } from '@/lib/ledger/standing'
import type { CellAnswer, LineState } from '@/lib/ledger/status'
import type { Claim, Event, Indicator } from '@/lib/ledger/testimony'
import type { Run, Span } from '@/lib/ledger/timeline'
import type { Frame, Mentions } from './frame'

/** One form of the material: its answer on the asked day and its whole timeline. */
export type FormLane = {
  readonly form: Form
  readonly answer: CellAnswer
  readonly timeline: readonly Span[]
  readonly run: Run
}

/** The roll-up of all listed forms over a stretch of days (R11). */
export type StripSpan = Interval & { readonly rollup: Rollup }

/**
 * What one instrument's lines about this material do over a stretch of days.
 * `firm` is false where the stretch rests on a revival that nobody has verified (R7).
 */
export type LaneSpan = Interval & { readonly state: LineState; readonly firm: boolean; readonly lines: number }
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
    readonly indicators: readonly Indicator[]
    readonly coversFrom: LocalDate
    /** The materials before and after it in the record's order, for stepping through. */
    readonly neighbours: { readonly previous: Material | null; readonly next: Material | null }
  }
