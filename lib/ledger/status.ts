import type { Interval, LocalDate } from './interval'
import type { Coverage, Instrument, Provision } from './record'

/** What the law makes of one cell, from open to closed; see `rank` for the order (R8). */
export type Status =
  | 'not-controlled'
  | 'announced'
  | 'paused'
  | 'pause-ended'
  | 'licence'
  | 'refused'
  | 'prohibited'
  | 'not-applicable'
  | 'unknown'

/** A status that a rule gives by itself: what a provision in some state makes of a cell. */
export type RuleStatus = 'not-controlled' | 'announced' | 'paused' | 'licence' | 'refused' | 'prohibited'

export type Openness = 'open' | 'open for now' | 'unclear' | 'licence' | 'closed' | 'none'

/** Every status in the order of R8, the most open first; those outside the order come last. */
export const STATUSES: readonly Status[] = [
  'not-controlled',
  'announced',
  'paused',
  'pause-ended',
  'licence',
  'refused',
  'prohibited',
  'not-applicable',
  'unknown',
]

const RANK: { readonly [status in RuleStatus]: number } = {
  'not-controlled': 0,
  announced: 1,
  paused: 2,
  licence: 3,
  refused: 4,
  prohibited: 5,
}

/** R8: prohibited > refused in principle > licence > paused > announced > not controlled. */
export function rank(status: RuleStatus): number {
  return RANK[status]
}

const OPENNESS: { readonly [status in Status]: Openness } = {
  'not-controlled': 'open',
  announced: 'open for now',
  paused: 'open for now',
  'pause-ended': 'unclear',
  licence: 'licence',
  refused: 'closed',
  prohibited: 'closed',
  'not-applicable': 'none',
  unknown: 'unclear',
}

export function opennessOf(status: Status): Openness {
  return OPENNESS[status]
}

/** R3, in the order in which the states are tried; `exempted` is R5's `exempt` at work on the goods. */
export type ProvisionState = 'ended' | 'not-issued' | 'suspended' | 'announced' | 'in-force'
export type LineState = ProvisionState | 'exempted'

/** Days on which one provision is in one state for one set of reasons. */
export type ProvisionSpan = Interval & {
  readonly state: ProvisionState
  /** Suspensions in force on these days (R4), by key, sorted. */
  readonly suspendedBy: readonly string[]
  /** Suspensions that ended before these days with nobody having looked that far (R7), by key, sorted. */
  readonly revivedFrom: readonly string[]
  /** Whether the provision was in force on some day up to and including these. */
  readonly applied: boolean
}

/** One provision as it bears on one cell on one day: a line of the proof (R12). */
export type Line = {
  readonly provision: Provision
  readonly instrument: Instrument
  readonly state: LineState
  /** What this line alone makes of the cell. */
  readonly gives: RuleStatus
  /** False when the line rests on a revival that nobody has verified (R7). */
  readonly firm: boolean
  /** True for the lines that decide the status. */
  readonly decisive: boolean
  /** R10: for a `controlled-items` rule, the coverage of the item rules it leans on. */
  readonly coverage: Coverage
  /** For a suspended line: whether it has never applied on any day so far. */
  readonly beforeEffect: boolean
  /** Keys of the suspensions in force on this line on this day. */
  readonly suspendedBy: readonly string[]
  /** Keys of the suspensions whose end, not verified by anyone, this line rests on (R7). */
  readonly revivedFrom: readonly string[]
  /** Keys of the exemptions that take the goods out on this day. */
  readonly exemptedBy: readonly string[]
  /** For a `controlled-items` rule: keys of the item rules it leans on (R2). */
  readonly leansOn: readonly string[]
  /** The first day of the line's own state, `null` when it was so before the record begins, and the first day after it. */
  readonly stateFrom: LocalDate | null
  readonly stateTo: LocalDate | null
}

/** The answer for one material in one form under one question. */
export type CellAnswer = {
  readonly material: string
  readonly form: string
  readonly status: Status
  /** R9: what the text gives once the pause is over; null unless the pause has ended unverified. */
  readonly resumes: RuleStatus | null
  /** R9: what holds in any case, whatever became of the unverified revivals. */
  readonly floor: RuleStatus
  /** True when the cell is paused by rules that have never applied. */
  readonly beforeEffect: boolean
  /** R10: `named` when every matching line covers listed goods only. */
  readonly coverage: Coverage
  /** R10: how many matching lines name the goods. */
  readonly namedLines: number
  /** Whether a person has looked for changes up to the day asked, and no unverified revival decides. */
  readonly verified: boolean
  /** The day through which what decides this cell was last looked at; null where the question does not arise. */
  readonly verifiedThrough: LocalDate | null
  /** Every provision that concerns the cell, the decisive ones first (R8, R12). */
  readonly lines: readonly Line[]
}
