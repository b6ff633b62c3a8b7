import 'server-only'
import { headers } from 'next/headers'
import { signInFields } from '@/components/admin/sign-in/sign-in-fields'
import type { ActState } from '@/components/admin/ui/act-state'
import { currentPerson, requireEditor, requirePerson } from '@/lib/auth/guard'
import { editorMidForm } from '@/lib/auth/mid-form'
import type { Editor, Person, Reviewer } from '@/lib/auth/person'
import { type ActProblem, problemOf } from '@/lib/contract/edit/act-problem'
import { signInOf, typedIn } from '@/lib/contract/edit/draft-form'
import { sayNoEditor } from '@/lib/contract/edit/form/save-state'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { isAtLeast } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'
import type { Result } from '@/lib/ledger/result'

/**
 * The editor who sends a small form, or who signs in together with it. Nobody is led away, for that would lose what was
 * typed: the refusal is the form itself, with what was typed and with the fields of the sign-in.
 */
export async function editorOf(form: FormData): Promise<Result<Editor, ActState>> {
  const credentials = signInOf(form)
  const editor = await editorMidForm(credentials)
  if (editor.ok) return editor
  const fields = signInFields().map((field) =>
    field.name === 'email' ? { ...field, value: credentials?.email ?? '' } : field,
  )
  const signIn = { lead: say('admin.again.lead'), submit: say('admin.again.submit'), fields }
  const problems = [{ field: null, say: sayNoEditor(editor.refusal) }]
  return { ok: false, refusal: { problems, typed: typedIn(form), signIn } }
}

/** The same for what only a reviewer may do. */
export async function reviewerOf(form: FormData): Promise<Result<Reviewer, ActState>> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor
  if (isAtLeast(editor.value.role, 'reviewer')) return { ok: true, value: editor.value as Reviewer }
  return { ok: false, refusal: notDone({ why: 'role-lost', needs: 'reviewer' }, form) }
}

/** A form whose act did not happen, with what was typed. */
export function notDone(why: EditRefusal | readonly ActProblem[], form: FormData): ActState {
  return { problems: 'why' in why ? [problemOf(why)] : why, typed: typedIn(form) }
}

/**
 * Who edits; `null` for who may not and has just sent a form. They get an answer under the same address, which shows
 * nothing of the draft and carries along what they sent. Who only looks is led to sign in.
 */
export async function editorOrSender(): Promise<Editor | null> {
  const editor = await editorMidForm(null)
  if (editor.ok) return editor.value
  return (await hasSentAForm()) ? null : requireEditor()
}

/** The same for a page that viewers read as well. */
export async function personOrSender(): Promise<Person | null> {
  return (await currentPerson()) === null && (await hasSentAForm()) ? null : requirePerson()
}

async function hasSentAForm(): Promise<boolean> {
  return ((await headers()).get('content-type') ?? '').startsWith('multipart/form-data')
}
