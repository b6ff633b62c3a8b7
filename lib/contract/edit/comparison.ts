import type { Kind } from '@/lib/ledger/change'
import type { MergedField } from '@/lib/ledger/merge'
import type { Printed } from './draft'

/** How one entry of a draft meets what was published under its key since the base. */
export type ComparedEntry = {
  readonly entry: string
  readonly kind: Kind
  readonly key: string
  /** What stood at the base, what stands now, and what the draft says, as the files print it; `null` for nothing. */
  readonly base: Printed | null
  readonly theirs: Printed | null
  readonly yours: Printed | null
  /** Field by field where all that stand are records; empty where somebody removed or first wrote the whole. */
  readonly fields: readonly MergedField[]
  /** Whether it needs a choice: for some field, or (`fields` empty) for the record as a whole. */
  readonly conflict: boolean
}

/** A draft beside the record as it is now. */
export type Comparison = {
  readonly base: number
  readonly head: number
  /** The entries whose key was published anew since the base; the others go along as they are. */
  readonly moved: readonly ComparedEntry[]
  readonly untouched: number
}

/** Whose word stands. */
export type Side = 'yours' | 'theirs'

/** What was chosen for an entry: for each field in conflict, or under `*` for the record as a whole. */
export type Choices = { readonly [entry: string]: { readonly [field: string]: Side } }

/** The key of a choice that speaks of a record as a whole. */
export const WHOLE = '*'
