import 'server-only'
import { headers } from 'next/headers'
import { requireEditor } from '@/lib/auth/guard'
import { editorMidForm } from '@/lib/auth/mid-form'
import type { Editor } from '@/lib/auth/person'

/**
 * Who edits; `null` for who may not and has just sent a form. They get an answer under the same address, which shows
 * nothing of the draft and carries along what they sent. Who only looks is led to sign in.
 */
export async function editorOrSender(): Promise<Editor | null> {
  const editor = await editorMidForm(null)
  if (editor.ok) return editor.value
  const sent = (await headers()).get('content-type') ?? ''
  return sent.startsWith('multipart/form-data') ? null : requireEditor()
}
