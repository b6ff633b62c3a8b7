'use server'

import { redirect } from 'next/navigation'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
import { readNewDraft, typedIn } from '@/lib/contract/edit/draft-form'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { openDraft } from '@/lib/editing/drafts'
import { revertRevision } from '@/lib/editing/revert'

/** Opens a draft under an id that the form was given, empty or as what takes a revision back. */
export async function open(id: string, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await requireEditor()
  const read = readNewDraft(id, form)
  if (!read.ok) return { problems: read.refusal, typed: typedIn(form) }

  const { reverts, ...said } = read.value
  const opened =
    reverts === null ? await openDraft(editor, said) : await revertRevision(editor, { id: said.id, revision: reverts })
  if (!opened.ok) return { problems: [sayEditRefusal(opened.refusal)], typed: typedIn(form) }
  redirect(`/admin/drafts/${said.id}?did=opened`)
}
