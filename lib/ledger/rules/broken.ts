import type { Change, Kind } from '../change'
import type { LocalDate } from '../interval'
import type { RevisionKind } from '../revision'
import type { WholeRecord } from '../testimony'

/** The rules that a published change set obeys, as editors quote them. Numbers are never used again. */
export const RULE_NUMBERS = [
  ...(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12', 'E13'] as const),
  ...(['E14', 'E15', 'E16', 'E17', 'E18', 'E19', 'E20', 'E21', 'E22', 'E23', 'E24', 'E25', 'E26', 'E27'] as const),
]

export type RuleNumber = (typeof RULE_NUMBERS)[number]

/**
 * How a broken rule can be settled: `must-mend` by changing the draft alone; `may-confirm` by an editor who says that it
 * is meant; `may-override` by a reviewer, with a reason that is kept.
 */
export type Settled = 'must-mend' | 'may-confirm' | 'may-override'

/** Where a rule is broken, and what it is about. */
export type Breach = {
  readonly kind: Kind
  readonly key: string
  /** The field as the files print it (`lastDay`, `asserts[0].materials`); `null` when the record as a whole is meant. */
  readonly field: string | null
  /** What the sentence names: keys as they stand, days as `YYYY-MM-DD`, numbers. */
  readonly names: { readonly [name: string]: string | number }
}

export type Broken = Breach & { readonly rule: RuleNumber; readonly settled: Settled }

/** A change set beside the record that it changes. `today` is a Beijing day. */
export type Proposal = {
  readonly before: WholeRecord
  /** `before` with the changes applied. */
  readonly after: WholeRecord
  readonly changes: readonly Change[]
  readonly kind: RevisionKind
  readonly today: LocalDate
}

export type Rule = (proposal: Proposal) => readonly Breach[]
