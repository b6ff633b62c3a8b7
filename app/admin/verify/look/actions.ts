'use server'

import { redirect } from 'next/navigation'
import type { LookState } from '@/components/admin/verify/look-state'
import { requireEditor } from '@/lib/auth/guard'
import { readLook, sayDraftLook } from '@/lib/contract/edit/look'
import { draftLook } from '@/lib/editing/verify'

/** Drafts a look and leads to its consequences; nothing is published. `draft` is its id, made with the form. */
export async function prepareLook(draft: string, _previous: LookState, form: FormData): Promise<LookState> {
  const editor = await requireEditor()
  const looked = readLook(form)
  if (!looked.ok) return { problems: looked.refusal, typed: typedIn(form) }

  const drafted = await draftLook(editor, { id: draft, looked: looked.value })
  if (!drafted.ok) return { problems: [sayDraftLook(drafted.refusal)], typed: typedIn(form) }
  redirect(`/admin/verify/confirm/${draft}`)
}

function typedIn(form: FormData): LookState['typed'] {
  const text = (name: string) => String(form.get(name) ?? '')
  const instruments = form.getAll('instruments').map(String)
  return { instruments, on: text('on'), where: text('where'), found: text('found'), note: text('note') }
}
