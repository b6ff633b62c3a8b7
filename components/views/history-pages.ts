import type { NameOf } from '@/lib/contract/history/names'
import type { Kind } from '@/lib/ledger/change'
import type { Impact } from '@/lib/ledger/impact'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Revision } from '@/lib/ledger/revision'
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
  /** What readers see otherwise than at the other revision; `null` for the first, which stands on nothing. */
  readonly impact: Impact | null
  /** Names records of either revision. */
  readonly nameOf: NameOf
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
