import 'server-only'
import type { Editor, Reviewer } from '@/lib/auth/person'
import type { Draft, DraftComment } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Kind } from '@/lib/ledger/change'
import type { Result } from '@/lib/ledger/result'

type Step = { readonly draft: string; readonly words: string }
type RuleOfOne = {
  readonly draft: string
  readonly rule: string
  readonly kind: Kind
  readonly key: string
  readonly reason: string
}

export async function submit(_e: Editor, _s: Step): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function withdraw(_e: Editor, _s: Step): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function requestChanges(_r: Reviewer, _s: Step): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function approve(
  _r: Reviewer,
  _s: Step & { readonly fingerprint: string },
): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
/** `id` is a uuid made when the form is rendered: a remark posted twice is one. */
export async function comment(
  _e: Editor,
  _s: Step & { readonly id: string },
): Promise<Result<DraftComment, EditRefusal>> {
  throw new Error('not yet')
}
export async function confirmRule(_e: Editor, _s: RuleOfOne): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function overrideRule(_r: Reviewer, _s: RuleOfOne): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
