import 'server-only'
import type { Editor, Person } from '@/lib/auth/person'
import type { Choices, Comparison } from '@/lib/contract/edit/comparison'
import type { Draft } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Result } from '@/lib/ledger/result'

export async function compareWithHead(_person: Person, _id: string): Promise<Comparison | null> {
  throw new Error('not yet')
}
/** `head` is the revision that was compared with: a later one refuses with another comparison. */
export async function rebaseDraft(
  _editor: Editor,
  _said: { readonly draft: string; readonly head: number; readonly choices: Choices },
): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
