import { type EditRefusal, sayEditRefusal } from './refusal'

/** Something to put right in a small form: the name of its field, `null` for the whole, and the sentence. */
export type ActProblem = { readonly field: string | null; readonly say: string }

/** A refusal as its form tells it: beside the field whose text it is about, where it is about one. */
export function problemOf(refusal: EditRefusal): ActProblem {
  const isOfText = refusal.why === 'text-missing' || refusal.why === 'text-too-long'
  return { field: isOfText ? refusal.field : null, say: sayEditRefusal(refusal) }
}
