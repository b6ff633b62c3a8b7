import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Result } from '@/lib/ledger/result'

export type Published = { readonly revision: number }
export async function publishDraft(
  _editor: Editor,
  _said: { readonly draft: string; readonly fingerprint: string; readonly urgent: boolean },
  _at: Date = new Date(),
): Promise<Result<Published, EditRefusal>> {
  throw new Error('not yet')
}
