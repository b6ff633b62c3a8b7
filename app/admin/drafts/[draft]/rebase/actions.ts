'use server'

import { redirect } from 'next/navigation'
import { editorOf, notDone } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { readChoices } from '@/lib/contract/edit/draft-form'
import { rebaseDraft } from '@/lib/editing/rebase'

/** Moves a draft onto the revision that it was compared with; a later one is compared anew. */
export async function rebase(draft: string, head: number, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const moved = await rebaseDraft(editor.value, { draft, head, choices: readChoices(form) })
  if (!moved.ok && moved.refusal.why === 'base-moved') redirect(`/admin/drafts/${draft}/rebase?told=moved`)
  if (!moved.ok) return notDone(moved.refusal, form)
  redirect(`/admin/drafts/${draft}?did=rebased`)
}
