'use server'

import { redirect } from 'next/navigation'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
import { typedIn } from '@/lib/contract/edit/draft-form'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { publishDraft } from '@/lib/editing/publish'

/** Publishes exactly the look whose consequences were shown. */
export async function publishLook(
  draft: string,
  fingerprint: string,
  _previous: ActState,
  form: FormData,
): Promise<ActState> {
  const editor = await requireEditor()
  const published = await publishDraft(editor, { draft, fingerprint, urgent: false })
  if (!published.ok) return { problems: [sayEditRefusal(published.refusal)], typed: typedIn(form) }
  redirect(`/admin/verify?done=${published.value.revision}`)
}
