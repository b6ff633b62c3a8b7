import type { Change } from '@/lib/ledger/change'
import type { Impact } from '@/lib/ledger/impact'
import type { Outgoing } from '@/lib/ledger/outgoing'
import type { Broken } from '@/lib/ledger/rules/broken'
import type { DraftEntry, DraftException, Printed } from './draft'

/** One thing that is wrong with an entry by itself: the field as a path, like `asserts[0].materials`, and what to do. */
export type EntryProblem = { readonly field: string | null; readonly what: string }

/** A rule that the draft would break, and who set it aside; `open` while nobody may publish because of it. */
export type JudgedRule = Broken & { readonly exception: DraftException | null; readonly open: boolean }

/** One entry of a draft, judged. */
export type EntryStanding = {
  readonly entry: DraftEntry
  /** What stands under its key at the base, as the files print it; `null` where nothing does. */
  readonly before: Printed | null
  /** What is wrong with its fields or its key; while there is something, the entry changes nothing. */
  readonly problems: readonly EntryProblem[]
  /** The change that it makes; `null` while it has problems, or where it says what stands already. */
  readonly change: Change | null
  readonly broken: readonly JudgedRule[]
  /** Whether somebody published another version of this key since the base. */
  readonly moved: boolean
}

/** A draft, judged by its shape and by the rules, on the record that it was written against. */
export type Standing = {
  readonly base: number
  readonly head: number
  /** Names exactly what was judged: publishing demands it again. */
  readonly fingerprint: string
  readonly entries: readonly EntryStanding[]
  readonly changes: readonly Change[]
  /** Every rule broken, those of no entry of the draft among them. */
  readonly broken: readonly JudgedRule[]
  /** Whether somebody else than its writers must publish it. */
  readonly needsAnother: boolean
  /** Whether nothing is left to mend, to confirm or to override. */
  readonly publishable: boolean
}

/** What publishing a draft would do. What it lists is exactly what happens, or publishing refuses. */
export type Preview = Standing & {
  /** Whether the record has moved on since the base: then this is no preview of anything that can be published. */
  readonly void: boolean
  /** `null` while the record that the draft would leave cannot be computed: a rule that must be mended is broken. */
  readonly impact: Impact | null
  /** What goes out to feeds and calendars; `null` as `impact`. */
  readonly outgoing: Outgoing | null
  /** The snapshots that will show it; `null` as `impact`. */
  readonly frozen: FrozenMoved | null
}

/** Snapshots of which other cells than before will read otherwise today, among those that were looked at. */
export type FrozenMoved = {
  readonly looked: number
  readonly moved: readonly { readonly id: string; readonly title: string; readonly cells: number }[]
}
