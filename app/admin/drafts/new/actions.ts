'use server'

import { redirect } from 'next/navigation'
import { editorOf, notDone } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { readNewDraft } from '@/lib/contract/edit/draft-form'
import { openDraft } from '@/lib/editing/drafts'
import { revertRevision } from '@/lib/editing/revert'

/** Opens a draft under an id that the form was given, empty or as what takes a revision back. */
export async function open(id: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const read = readNewDraft(id, form)
  if (!read.ok) return notDone(read.refusal, form)

  const { reverts, ...said } = read.value
  const opened =
    reverts === null
      ? await openDraft(editor.value, said)
      : await revertRevision(editor.value, { id: said.id, revision: reverts })
  if (!opened.ok) return notDone(opened.refusal, form)
  redirect(`/admin/drafts/${said.id}?did=opened`)
}
