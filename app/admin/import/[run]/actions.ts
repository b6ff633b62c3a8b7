'use server'

import { redirect } from 'next/navigation'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
import { textIn, typedIn } from '@/lib/contract/edit/draft-form'
import { sayDraftOfDryRun } from '@/lib/contract/edit/dry-run'
import { draftOfDryRun } from '@/lib/editing/import'

/** Makes one draft of all that a dry run would change, or nothing. Posted twice, it is the same draft. */
export async function makeDraft(run: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await requireEditor()
  const made = await draftOfDryRun(editor, run, { title: textIn(form, 'title'), reason: textIn(form, 'reason') })
  if (!made.ok) return { problems: [sayDraftOfDryRun(made.refusal)], typed: typedIn(form) }
  redirect(`/admin/drafts/${made.value.id}?did=opened`)
}
