'use server'

import { redirect } from 'next/navigation'
import { editorOf, notDone, reviewerOf } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
import { readSeen } from '@/lib/contract/edit/bound'
import { readDescription, textIn } from '@/lib/contract/edit/draft-form'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { abandonDraft, describeDraft } from '@/lib/editing/drafts'
import { removeEntry } from '@/lib/editing/entries'
import { publishDraft } from '@/lib/editing/publish'
import * as review from '@/lib/editing/review'
import type { Kind } from '@/lib/ledger/change'
import type { Result } from '@/lib/ledger/result'

/** Changes what a draft says of itself; `version` is the one whose form was open. */
export async function describe(draft: string, version: number, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const said = readDescription(form)
  if (!said.ok) return notDone(said.refusal, form)
  return led(await describeDraft(editor.value, draft, { ...said.value, version }), draft, 'described', form)
}

/** Gives a draft up; it can still be read. */
export async function abandon(draft: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await requireEditor()
  return led(await abandonDraft(editor, draft), draft, null, form)
}

/** Takes an entry out, unless somebody saved it meanwhile. */
export async function remove(
  draft: string,
  entry: { readonly id: string; readonly version: number },
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const editor = await requireEditor()
  const seen = readSeen(entry)
  if (seen === null) return notDone({ why: 'no-entry' }, form)
  return led(await removeEntry(editor, draft, seen), draft, 'removed', form)
}

/** A remark; its id was made with the form, so that one posted twice is one. */
export async function comment(draft: string, id: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  return led(await review.comment(editor.value, { draft, id, words: textIn(form, 'words') }), draft, 'commented', form)
}

/** Hands the draft to a reviewer. */
export async function submit(draft: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  return led(await review.submit(editor.value, { draft, words: textIn(form, 'words') }), draft, 'submitted', form)
}

/** Takes the draft back, so that it can be changed. */
export async function withdraw(draft: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  return led(await review.withdraw(editor.value, { draft, words: textIn(form, 'words') }), draft, 'withdrawn', form)
}

/** Sends the draft back with what is missing. */
export async function requestChanges(draft: string, _previous: ActState, form: FormData): Promise<ActState> {
  const reviewer = await reviewerOf(form)
  if (!reviewer.ok) return reviewer.refusal
  return led(
    await review.requestChanges(reviewer.value, { draft, words: textIn(form, 'words') }),
    draft,
    'requested',
    form,
  )
}

/** Approves exactly what was looked at. */
export async function approve(
  draft: string,
  fingerprint: string,
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const reviewer = await reviewerOf(form)
  if (!reviewer.ok) return reviewer.refusal
  const said = { draft, fingerprint, words: textIn(form, 'words') }
  return led(await review.approve(reviewer.value, said), draft, 'approved', form)
}

/** Confirms that a step which a rule stops at is meant. */
export async function confirmRule(
  draft: string,
  broken: { readonly rule: string; readonly kind: Kind; readonly key: string },
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const said = { draft, ...broken, reason: textIn(form, 'reason') }
  return led(await review.confirmRule(editor.value, said), draft, 'confirmed', form)
}

/** Sets a rule aside that is wrong here, with a reason that is kept. */
export async function overrideRule(
  draft: string,
  broken: { readonly rule: string; readonly kind: Kind; readonly key: string },
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const reviewer = await reviewerOf(form)
  if (!reviewer.ok) return reviewer.refusal
  const said = { draft, ...broken, reason: textIn(form, 'reason') }
  return led(await review.overrideRule(reviewer.value, said), draft, 'overridden', form)
}

/**
 * Publishes exactly what was looked at, or nothing. A record that moved on meanwhile leads to the comparison.
 *
 * @param urgent whether a second person only has to look within 24 hours, as every reader is told.
 */
export async function publish(
  draft: string,
  looked: { readonly fingerprint: string; readonly urgent: boolean },
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const editor = await requireEditor()
  const published = await publishDraft(editor, { draft, ...looked })
  if (!published.ok && published.refusal.why === 'base-moved') redirect(`/admin/drafts/${draft}/rebase?told=moved`)
  return led(published, draft, 'published', form)
}

/** Back to the draft, which says what was done; or what to say when it was not. */
function led(done: Result<unknown, EditRefusal>, draft: string, did: string | null, form: FormData): ActState {
  if (!done.ok) return notDone(done.refusal, form)
  redirect(did === null ? `/admin/drafts/${draft}` : `/admin/drafts/${draft}?did=${did}`)
}
