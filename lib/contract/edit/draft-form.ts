import * as z from 'zod'
import type { Kind } from '@/lib/ledger/change'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'
import { say } from '../words/catalogue'
import type { ActProblem } from './act-problem'
import type { Choices, Side } from './comparison'

/** What a draft says of itself. */
export type Said = { readonly title: string; readonly kind: RevisionKind; readonly reason: string }

type Read<T> = Result<T, readonly ActProblem[]>

const id = z.guid()
const text = z.string().default('')
const kindOfChange = z.enum(['law', 'correction', 'addition', 'wording', 'verification'], {
  error: () => say('drafts.open.kindMissing'),
})
const revision = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** What a form posts beside its own fields when the session had ended. It is never given back. */
const TO_SIGN_IN: ReadonlySet<string> = new Set(['email', 'password', 'code'])

/** React adds fields of its own to a form; everything else that was typed is given back to who typed it. */
export function typedIn(form: FormData): { readonly [field: string]: string } {
  const typed: Record<string, string> = {}
  for (const [field, value] of form) {
    if (!field.startsWith('$') && !TO_SIGN_IN.has(field) && typeof value === 'string') typed[field] = value
  }
  return typed
}

/** What somebody types to sign in and send a form at once; `null` while the form did not ask for it. */
export function signInOf(form: FormData) {
  if (!form.has('password')) return null
  return { email: textIn(form, 'email'), password: textIn(form, 'password'), code: textIn(form, 'code') }
}

/** What was typed to open a draft. One that takes a revision back finds its own words. */
export function readNewDraft(
  draft: string,
  form: FormData,
): Read<Said & { readonly id: string; readonly reverts: number | null }> {
  if (!id.safeParse(draft).success) return refused([{ field: null, say: say('editing.refusal.no-draft') }])
  if (form.get('from') !== 'revert') {
    const said = readDescription(form)
    return said.ok ? ok({ ...said.value, id: draft, reverts: null }) : said
  }
  const number = revision.safeParse(form.get('revision'))
  if (!number.success) return refused([{ field: 'revision', say: say('drafts.open.revisionWrong') }])
  return ok({ id: draft, title: '', kind: 'correction', reason: '', reverts: number.data })
}

/** The title, kind and reason of a draft as typed. How long they may be is the use case's to say. */
export function readDescription(form: FormData): Read<Said> {
  const said = z
    .object({ title: text, kind: kindOfChange, reason: text })
    .safeParse({ title: form.get('title') ?? '', kind: form.get('kind') ?? '', reason: form.get('reason') ?? '' })
  if (said.success) return ok(said.data)
  return refused(said.error.issues.map(({ path, message }) => ({ field: String(path[0]), say: message })))
}

/** A text field of a form; an empty one where it was not sent. */
export function textIn(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

/** Whether a text is the id of a draft or an entry. */
export function isId(value: string): boolean {
  return id.safeParse(value).success
}

/** Names a record in a form: its kind and its key. */
export function placeOf(kind: Kind, key: string): string {
  return `${kind} ${key}`
}

/** The name of the radio buttons that choose a side for a field of an entry. */
export function choiceName(entry: string, field: string): string {
  return `choose ${entry} ${field}`
}

/** Whose value stands, field by field, as it was chosen. */
export function readChoices(form: FormData): Choices {
  const choices: Record<string, Record<string, Side>> = {}
  for (const [name, value] of form) {
    const [word, entry = '', ...field] = name.split(' ')
    if (word !== 'choose' || !isId(entry) || (value !== 'yours' && value !== 'theirs')) continue
    choices[entry] = { ...choices[entry], [field.join(' ')]: value }
  }
  return choices
}
