/** Why the record changed: the law did, we were wrong, we learnt it later, it reads better, or someone looked. */
export type RevisionKind = 'law' | 'correction' | 'addition' | 'wording' | 'verification'

/** One immutable change of the record, chained by its hash to the one before it. */
export type Revision = {
  /** 1, 2, 3 … without a gap. */
  readonly number: number
  readonly kind: RevisionKind
  readonly author: string
  readonly reason: string
  /** The instant it was recorded: UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
  readonly recordedAt: string
  /** `null` for the first revision alone. */
  readonly previousHash: string | null
  /** SHA-256, lower-case hexadecimal, over everything that the revision says and changes. */
  readonly hash: string
}
