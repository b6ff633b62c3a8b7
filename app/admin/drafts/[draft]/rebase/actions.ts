'use server'

import { redirect } from 'next/navigation'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
import { readChoices } from '@/lib/contract/edit/draft-form'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { rebaseDraft } from '@/lib/editing/rebase'

/** Moves a draft onto the revision that it was compared with; a later one is compared anew. */
export async function rebase(draft: string, head: number, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await requireEditor()
  const moved = await rebaseDraft(editor, { draft, head, choices: readChoices(form) })
  if (!moved.ok && moved.refusal.why === 'base-moved') redirect(`/admin/drafts/${draft}/rebase?told=moved`)
  if (!moved.ok) return { problems: [sayEditRefusal(moved.refusal)], typed: {} }
  redirect(`/admin/drafts/${draft}?did=rebased`)
}
