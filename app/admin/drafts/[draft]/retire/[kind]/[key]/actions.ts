'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { editorOf, notDone } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { draftAddress } from '@/components/admin/ui/addresses'
import { readRetired } from '@/lib/contract/edit/bound'
import { readRetirement } from '@/lib/contract/edit/retirement-form'
import { retireKey } from '@/lib/editing/entries'
import { keysToWrite } from '@/lib/editing/entry-form'
import type { Kind } from '@/lib/ledger/change'

type Retired = { readonly id: string; readonly kind: Kind; readonly key: string; readonly version: number | null }

/** Has a draft retire a key. `id` was made with the form, so that one posted twice is one entry. */
export async function retire(draft: string, retired: Retired, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const asked = readRetired(retired)
  if (asked === null) return notDone({ why: 'no-entry' }, form)
  const keys = await keysToWrite(editor.value, draft, asked.kind, String(form.get('replacedBy') ?? '').trim())
  const read = readRetirement(asked.key, form, (key) => keys.has(key))
  if (!read.ok) return notDone(read.refusal, form)

  const done = await retireKey(editor.value, draft, { ...asked, retirement: read.value })
  if (!done.ok) return notDone(done.refusal, form)
  redirect(`${draftAddress(draft)}#entry-${asked.id}` as Route)
}
