import { say } from '@/lib/contract/words/catalogue'

/** Something to put right, and the field it is about; `null` when it is about the whole. */
export type Trouble = { readonly field: string | null; readonly say: string }

/** What became of a form: nothing yet, what is wrong with it, or what was done. Passwords are never given back. */
export type FormState = {
  /** Heads the list of problems; empty when there are none. */
  readonly title: string
  readonly problems: readonly Trouble[]
  /** What was typed, to be shown again. */
  readonly typed: { readonly [field: string]: string }
  /** A sentence about what was done; `null` when nothing was. */
  readonly done: string | null
}

/** A form that nobody has sent yet. */
export const UNSENT: FormState = { title: '', problems: [], typed: {}, done: null }

/** A form that comes back with what is wrong, and with what was typed into the fields named. */
export function comesBack(problems: readonly Trouble[], form: FormData, keep: readonly string[] = []): FormState {
  const typed = Object.fromEntries(keep.map((name) => [name, textOf(form, name)]))
  return { title: say('admin.problems', { count: problems.length }), problems, typed, done: null }
}

/** The text of a field; empty where it was not sent, or where a file was sent in its place. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
