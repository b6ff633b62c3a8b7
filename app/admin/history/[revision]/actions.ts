'use server'

import { redirect } from 'next/navigation'
import { notDone, reviewerOf } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
import { readNamed, readNumber } from '@/lib/contract/edit/bound'
import { textIn } from '@/lib/contract/edit/draft-form'
import { revertRevision } from '@/lib/editing/revert'
import { reviewUrgent } from '@/lib/editing/urgent'
import type { Kind } from '@/lib/ledger/change'

/** Opens a draft that puts back what stood before a revision, or before one change of it. */
export async function revert(
  id: string,
  revision: number,
  only: { readonly kind: Kind; readonly key: string } | null,
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const editor = await requireEditor()
  const number = readNumber(revision) ?? 0
  const named = only === null ? null : readNamed(only)
  if (only !== null && named === null) return notDone({ why: 'nothing-to-take-back', revision: number }, form)
  const reverted = await revertRevision(editor, { id, revision: number, ...(named && { only: [named] }) })
  if (!reverted.ok) return notDone(reverted.refusal, form)
  redirect(`/admin/drafts/${reverted.value.draft.id}?did=opened`)
}

/** Says that a revision which was published at once has been looked at by somebody else. */
export async function review(revision: number, _previous: ActState, form: FormData): Promise<ActState> {
  const reviewer = await reviewerOf(form)
  if (!reviewer.ok) return reviewer.refusal
  const reviewed = await reviewUrgent(reviewer.value, { revision, words: textIn(form, 'words') })
  if (!reviewed.ok) return notDone(reviewed.refusal, form)
  redirect(`/admin/history/${revision}?did=reviewed`)
}
