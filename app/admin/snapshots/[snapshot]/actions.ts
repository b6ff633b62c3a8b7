'use server'

import { redirect } from 'next/navigation'
import { editorOf, notDone } from '@/app/admin/sender'
import type { ActState } from '@/components/admin/ui/act-state'
import { readNumber } from '@/lib/contract/edit/bound'
import { textIn } from '@/lib/contract/edit/draft-form'
import { say } from '@/lib/contract/words/catalogue'
import { noteSnapshot } from '@/lib/editing/snapshot-notes'

/** Adds a version to the note on a snapshot. `seen` is the version that the page showed. */
export async function saveNote(id: string, seen: number, _previous: ActState, form: FormData): Promise<ActState> {
  const editor = await editorOf(form)
  if (!editor.ok) return editor.refusal
  const written = {
    id: String(id),
    seen: readNumber(seen) ?? -1,
    title: textIn(form, 'title'),
    note: textIn(form, 'words'),
  }
  const noted = await noteSnapshot(editor.value, written)
  if (noted.ok) redirect(`/admin/snapshots/${written.id}?did=noted`)
  const { refusal } = noted
  if (refusal.why !== 'no-snapshot' && refusal.why !== 'note-moved') return notDone(refusal, form)
  return notDone([{ field: null, say: say(`snapshots.admin.${refusal.why}`) }], form)
}
