'use server'

import { redirect } from 'next/navigation'
import { editorOf } from '@/app/admin/sender'
import type { LookState } from '@/components/admin/verify/look-state'
import { readLook, sayDraftLook } from '@/lib/contract/edit/look'
import { draftLook } from '@/lib/editing/verify'

/** Drafts a look and leads to its consequences; nothing is published. `draft` is its id, made with the form. */
export async function prepareLook(draft: string, _previous: LookState, form: FormData): Promise<LookState> {
  const editor = await editorOf(form)
  if (!editor.ok) return { ...editor.refusal, typed: typedIn(form) }
  const looked = readLook(form)
  if (!looked.ok) return { problems: looked.refusal, typed: typedIn(form) }

  const drafted = await draftLook(editor.value, { id: draft, looked: looked.value })
  if (!drafted.ok) return { problems: [sayDraftLook(drafted.refusal)], typed: typedIn(form) }
  redirect(`/admin/verify/confirm/${draft}`)
}

function typedIn(form: FormData): LookState['typed'] {
  const text = (name: string) => String(form.get(name) ?? '')
  const instruments = form.getAll('instruments').map(String)
  return { instruments, on: text('on'), where: text('where'), found: text('found'), note: text('note') }
}
