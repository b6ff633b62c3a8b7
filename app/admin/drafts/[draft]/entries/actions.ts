'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { draftAddress, entryAddress } from '@/components/admin/ui/addresses'
import { editorMidForm } from '@/lib/auth/mid-form'
import { readWritten } from '@/lib/contract/edit/bound'
import { askedBy, credentialsIn, postedIn } from '@/lib/contract/edit/form/meta'
import {
  type Autosaved,
  notSaved,
  type SaveState,
  sayNoEditor,
  saySaveRefusal,
  signedOut,
} from '@/lib/contract/edit/form/save-state'
import { autosaveForm, saveForm, type Written } from '@/lib/editing/save-form'

/**
 * Saves an entry. Who is not signed in any more is not led away, for that would lose what was typed: the answer is the
 * same form, which carries it along and asks for the password.
 */
export async function saveEntry(written: Written, _previous: SaveState, form: FormData): Promise<SaveState> {
  const posted = postedIn(form)
  const editor = await editorMidForm(credentialsIn(posted))
  if (!editor.ok) return signedOut(editor.refusal, posted)
  const asked = readWritten(written)
  if (asked === null) return notSaved({ why: 'no-entry' }, posted)
  const saved = await saveForm(editor.value, asked, posted)
  if (!saved.ok) return notSaved(saved.refusal, posted)
  redirect(addressAfter(asked, askedBy(posted), saved.value.version) as Route)
}

/** Saves what is typed so far. It leads nowhere: who is typing stays where they are, and is told. */
export async function autosaveEntry(written: Written, form: FormData): Promise<Autosaved> {
  const editor = await editorMidForm(null)
  if (!editor.ok) return { say: sayNoEditor(editor.refusal) }
  const asked = readWritten(written)
  if (asked === null) return { say: saySaveRefusal({ why: 'no-entry' }) }
  const saved = await autosaveForm(editor.value, asked, postedIn(form))
  if (!saved.ok) return { say: saySaveRefusal(saved.refusal) }
  return { version: saved.value.version, at: saved.value.changedAt }
}

/** Back into the form, where a row was asked for; else to what is still wrong, or to the draft. */
function addressAfter({ draft, entry }: Written, asked: ReturnType<typeof askedBy>, version: number): string {
  if (asked.what === 'back') return `${draftAddress(draft)}#entry-${entry}`
  const address = `${entryAddress(draft, entry)}?saved=${version}`
  if (asked.what === 'add') return `${address}&more=${encodeURIComponent(asked.list)}#f-${asked.list}`
  return asked.what === 'remove' ? `${address}#f-${asked.list}` : address
}
