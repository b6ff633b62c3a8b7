import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { DraftState } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { ActOnDraft } from '@/lib/contract/people/acts'
import { isAtLeast } from '@/lib/contract/people/role'
import { type KeptDraft, lockDraft } from '@/lib/db/editing/drafts'
import { holdRole } from '@/lib/db/editing/publishing'
import { inTransaction, type Transaction } from '@/lib/db/editing/transaction'
import { logAct } from '@/lib/db/people/audit'
import { type Result, refused } from '@/lib/ledger/result'
import { isId } from './texts'

/** A draft that nobody else changes until the transaction ends, and who is changing it. */
export type Held = {
  readonly transaction: Transaction
  readonly draft: KeptDraft
  readonly person: string
  readonly at: Date
}

/** While it is written: entries change, and so do title, kind and reason. */
export const BEING_WRITTEN: readonly DraftState[] = ['open', 'changes-requested']

/** While it is reviewed. */
export const IN_REVIEW: readonly DraftState[] = ['submitted', 'approved']

/** Before it ended, one way or the other. */
export const NOT_ENDED: readonly DraftState[] = [...BEING_WRITTEN, ...IN_REVIEW]

/**
 * Changes a draft, whole or not at all, with the draft and the role of who changes it held: a role that was taken away a
 * moment ago no longer does anything.
 *
 * @param may the states in which this can be done, and the role that it needs.
 */
export async function changing<Value>(
  editor: Editor,
  id: string,
  may: { readonly states: readonly DraftState[]; readonly needs: 'editor' | 'reviewer' },
  work: (held: Held) => Promise<Result<Value, EditRefusal>>,
): Promise<Result<Value, EditRefusal>> {
  if (!isId(id)) return refused({ why: 'no-draft' })
  return inTransaction<Value, EditRefusal>(async (transaction) => {
    const { role } = await holdRole(transaction, editor.id)
    if (!isAtLeast(role, may.needs)) return refused({ why: 'role-lost', needs: may.needs })
    const draft = await lockDraft(transaction, id)
    const refusal = outOfStep(draft, may.states)
    if (draft === null || refusal !== null) return refused(refusal ?? { why: 'no-draft' })
    return work({ transaction, draft, person: editor.id, at: new Date() })
  })
}

/** Why something cannot be done to a draft in the state in which it is; `null` when it can. */
export function outOfStep(draft: KeptDraft | null, states: readonly DraftState[]): EditRefusal | null {
  if (draft === null) return { why: 'no-draft' }
  if (states.includes(draft.state)) return null
  const ended = draft.state === 'published' || draft.state === 'abandoned'
  return ended
    ? { why: 'closed', state: draft.state, revision: draft.revision }
    : { why: 'wrong-step', state: draft.state }
}

/** Logs what was done to a draft, inside the transaction that does it. */
export async function logOn(
  { transaction, draft, person }: Pick<Held, 'transaction' | 'person'> & { readonly draft: { readonly id: string } },
  act: ActOnDraft,
  detail: { readonly [name: string]: string | number } = {},
): Promise<void> {
  await logAct(transaction, { person, act: `draft.${act}`, subject: `draft/${draft.id}`, detail })
}
