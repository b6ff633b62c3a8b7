import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Kind } from '@/lib/ledger/change'
import type { Result } from '@/lib/ledger/result'

export type Named = { readonly kind: Kind; readonly key: string }
/** `id` names the new draft: a form posted twice is one draft. `later` lists the keys that later revisions changed again. */
export async function revertRevision(
  _editor: Editor,
  _said: { readonly id: string; readonly revision: number; readonly only?: readonly Named[] },
): Promise<
  Result<{ readonly draft: Draft; readonly later: readonly (Named & { readonly revision: number })[] }, EditRefusal>
> {
  throw new Error('not yet')
}
