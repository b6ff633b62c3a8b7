import { say } from '../words/catalogue'
import type { CheckField } from './fields'

/** What can be wrong with what a reader says of goods. `field` is where it is put right. */
export type ProductProblem = {
  readonly why: 'product'
  readonly what: What
  readonly field: CheckField
  /** What was typed, or what it was read as. */
  readonly value: string
  /** What would have been good, or what it stands against. */
  readonly other: string
}

type What =
  | 'nothing-said'
  | 'two-ways'
  | 'material-missing'
  | 'form-missing'
  | 'malformed-key'
  | 'malformed-code'
  | 'announcement'
  | 'malformed-number'
  | 'decimal-comma'
  | 'negative'
  | 'over-hundred'
  | 'too-fine'
  | 'malformed-part'
  | 'too-many-parts'
  | 'long-composition'
  | 'named-twice'
  | 'adds-up-over'
  | 'two-bases'
  | 'unknown-answer'
  | 'listed-and-none'
  | 'empty-name'
  | 'odd-signs'
  | 'long-name'
  | 'share-without-owner'
  | 'unknown-line'
  | 'form-not-traded'
  | 'form-not-of-composition'
  | 'nothing-in-it'

export function productProblem(what: What, field: CheckField, value = '', other = ''): ProductProblem {
  return { why: 'product', what, field, value, other }
}

/** The sentence for one problem of the form: what was said, and what to say instead. */
export function sayProductProblem({ what, field, value, other }: ProductProblem): string {
  return say(`check.problem.${what}`, { field: say(`check.field.${field}`), value: short(value), other: short(other) })
}

function short(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`
}
