import type { Kind } from '@/lib/ledger/change'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Revision } from '@/lib/ledger/revision'
import type { Status } from '@/lib/ledger/status'
import type { VerdictWord } from '@/lib/ledger/verdict'
import type { Frame } from './frame'

/** How a revision came about, as the revision and the day of the page know it. */
export type Marks = {
  readonly publisher: string | null
  /** One person published it in a hurry: `due` is the last Beijing day for another to review it. */
  readonly urgent: { readonly due: LocalDate; readonly reviewedIn: number | null; readonly overdue: boolean } | null
  readonly reviews: number | null
  readonly reverts: number | null
  readonly revertedIn: readonly number[]
}

export type ChangesEntry = {
  readonly revision: Revision
  readonly marks: Marks
  readonly records: number
  /** How many cells it gave another status on any day; `null` for the first revision, which stands on nothing. */
  readonly cells: number | null
}

export type ChangesPage = Frame & {
  /** Only revisions before this one are listed; `null` where the list begins with the newest. */
  readonly before: number | null
  readonly entries: readonly ChangesEntry[]
  readonly earlier: number | null
  readonly later: number | 'newest' | null
}

/** Why a record was withdrawn, and what took its place. */
export type Retirement = {
  readonly why: string
  readonly replacedBy: { readonly key: string; readonly name: string } | null
}

/** What became of one record, field by field in sentences. */
export type RecordChange = {
  readonly kind: Kind
  readonly key: string
  readonly name: string
  readonly what: 'recorded' | 'changed' | 'withdrawn'
  readonly sentences: readonly string[]
}

/** Cells that flip alike: on the same days, from one status to another. */
export type FlipGroup = {
  readonly from: LocalDate
  /** The first day after; `null` where no end is dated. */
  readonly to: LocalDate | null
  readonly before: FlipSide
  readonly after: FlipSide
  /** Whether the plain question is among those that answer so. */
  readonly isPlain: boolean
  /** Which questions answer so: `any destination, civil use`. */
  readonly questions: readonly string[]
  readonly materials: readonly { readonly key: string; readonly name: string; readonly forms: readonly string[] }[]
  readonly cells: number
}

export type FlipSide = { readonly status: Status; readonly beforeEffect: boolean }

/** What two states of the record answer differently. */
export type Consequences = {
  readonly cells: number
  readonly firstDay: LocalDate | null
  readonly groups: readonly FlipGroup[]
  readonly claims: readonly {
    readonly key: string
    readonly name: string
    readonly on: LocalDate
    readonly before: VerdictWord
    readonly after: VerdictWord
  }[]
}

export type ChangePage = Frame & {
  readonly revision: Revision
  readonly marks: Marks
  /** What it is compared with; `null` for the first revision. */
  readonly against: Revision | null
  readonly isNeighbour: boolean
  readonly next: number | null
  readonly counts: readonly { readonly kind: Kind; readonly records: number }[]
  readonly changes: readonly (RecordChange & { readonly retirement: Retirement | null })[]
  /** How many more records differ than are told. */
  readonly left: number
  readonly consequences: Consequences | null
}

export type HistoryPage = Frame & {
  readonly kind: Kind
  /** The key of the record. */
  readonly record: string
  readonly name: string
  readonly stands: boolean
  /** The instrument on whose page a provision or a party is told. */
  readonly instrument: string | null
  readonly steps: readonly {
    readonly revision: Revision
    readonly marks: Marks
    readonly change: RecordChange
    readonly retirement: Retirement | null
  }[]
  /** The revision whose page tells the versions that this one leaves out. */
  readonly earlier: number | null
}
