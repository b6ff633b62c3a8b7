import type { FieldSpec } from '@/components/admin/ui/plain-form.client'
import type { ActProblem } from '@/lib/contract/edit/act-problem'

/** The way back in for who sent a form when the session had ended: it stands in the form, and goes with it. */
export type SignInAgain = {
  readonly lead: string
  readonly submit: string
  readonly fields: readonly FieldSpec[]
}

/** What an act left behind: why it did not happen, and what was typed, so that nothing of it is lost. */
export type ActState = {
  readonly problems: readonly ActProblem[]
  readonly typed: { readonly [field: string]: string }
  /** Only where nobody is signed in who may do this. */
  readonly signIn?: SignInAgain
}

/** A server action as a form of the workshop posts to it; where it succeeds, it leads to another page. */
export type Act = (previous: ActState, form: FormData) => Promise<ActState>

/** Nothing was done yet. */
export const UNTOUCHED: ActState = { problems: [], typed: {} }

/** One of several answers, and the sentence that explains it. */
export type ActOption = { readonly value: string; readonly label: string; readonly hint?: string }

/** A field of an act: a line, a text of many lines, or one of several answers. */
export type ActField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
} & (
  | { readonly as: 'line'; readonly suggestions?: readonly { readonly value: string; readonly label: string }[] }
  | { readonly as: 'text' }
  | { readonly as: 'choice'; readonly options: readonly ActOption[] }
)
