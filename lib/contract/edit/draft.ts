import type { Kind, Retirement } from '@/lib/ledger/change'
import type { RevisionKind } from '@/lib/ledger/revision'

/** Where a draft stands on its way to be published. */
export type DraftState = 'open' | 'submitted' | 'changes-requested' | 'approved' | 'published' | 'abandoned'

/** A person as editors see each other. */
export type Colleague = { readonly id: string; readonly name: string }

/** A record as the files of the record write it, as far as it was typed: nothing is known of its fields yet. */
export type Printed = { readonly [field: string]: unknown }

/** One key of a draft: the record it would have there, or why nothing would stand there any more. */
export type DraftEntry = {
  readonly id: string
  readonly kind: Kind
  /** As typed: it may be empty, malformed or taken while the entry is being written. */
  readonly key: string
  readonly does:
    | { readonly what: 'record'; readonly printed: Printed }
    | { readonly what: 'retire'; readonly retirement: Retirement }
  readonly changedBy: Colleague
  readonly changedAt: string
  /** Counts the saves, so that the second of two who save one entry is told. */
  readonly version: number
}

/** A step of the review, or a remark. */
export type DraftComment = {
  readonly id: string
  readonly by: Colleague
  readonly at: string
  readonly act: 'comment' | 'submitted' | 'changes-requested' | 'approved' | 'withdrawn' | 'rebased'
  readonly words: string
}

/** A rule set aside for one record of the draft: a step confirmed by an editor, or a rule overridden by a reviewer. */
export type DraftException = {
  readonly rule: string
  readonly kind: Kind
  readonly key: string
  readonly act: 'confirmed' | 'overridden'
  readonly reason: string
  readonly by: Colleague
  readonly at: string
}

/** A named change set against a base revision. It is not the record, and no reader can reach it. */
export type Draft = {
  readonly id: string
  readonly title: string
  readonly kind: RevisionKind
  readonly reason: string
  /** The revision it was written against. */
  readonly base: number
  readonly state: DraftState
  readonly author: Colleague
  /** Everybody who wrote some of it: none of them publishes it where two persons are asked for. */
  readonly contributors: readonly Colleague[]
  readonly submittedBy: Colleague | null
  readonly approvedBy: Colleague | null
  readonly createdAt: string
  readonly updatedAt: string
  /** The revision it became. */
  readonly revision: number | null
  /** The revision it takes back. */
  readonly reverts: number | null
  /** Counts the changes of title, kind, reason and state. */
  readonly version: number
}
