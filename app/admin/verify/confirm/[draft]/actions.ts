'use server'

import { redirect } from 'next/navigation'
import { notDone } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { requireEditor } from '@/lib/auth/guard'
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
  if (!published.ok) return notDone(published.refusal, form)
  redirect(`/admin/verify?done=${published.value.revision}`)
}
