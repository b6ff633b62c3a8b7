'use server'

import { redirect } from 'next/navigation'
import { editorOf, notDone } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { textIn } from '@/lib/contract/edit/draft-form'
import { sayDraftOfDryRun } from '@/lib/contract/edit/dry-run'
import { draftOfDryRun } from '@/lib/editing/import'

/** Makes one draft of all that a dry run would change, or nothing. Posted twice, it is the same draft. */
export async function makeDraft(run: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const made = await draftOfDryRun(editor.value, run, { title: textIn(form, 'title'), reason: textIn(form, 'reason') })
  if (!made.ok) return notDone([{ field: null, say: sayDraftOfDryRun(made.refusal) }], form)
  redirect(`/admin/drafts/${made.value.id}?did=opened`)
}
