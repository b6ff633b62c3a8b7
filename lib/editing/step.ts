import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft, DraftState } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { changeDraft, type DraftChange, type KeptDraft } from '@/lib/db/editing/drafts'
import { insertComment } from '@/lib/db/editing/review'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { again } from './drafts'
import { changing, type Held, logOn, NOT_ENDED, outOfStep } from './held'
import { textFor } from './texts'

/** A step of the review: of which draft, and what is said with it, in plain text. */
export type Step = { readonly draft: string; readonly words: string }

export type May = {
  readonly states: readonly DraftState[]
  readonly needs: 'editor' | 'reviewer'
  readonly words: 'needed' | 'may-be-empty'
  /** Whether the step was taken already, by the same form posted before. */
  readonly isTaken: (draft: KeptDraft, person: string) => boolean
}
type Taken = {
  readonly act: 'submitted' | 'withdrawn' | 'changes-requested' | 'approved'
  readonly change: DraftChange & { readonly state: DraftState }
}

/** Takes a step of the review, with what is said with it. */
export async function take(
  editor: Editor,
  { draft, words }: Step,
  may: May,
  decide: (held: Held) => Promise<Result<Taken, EditRefusal>>,
): Promise<Result<Draft, EditRefusal>> {
  const said = textFor('words', words, may.words)
  if (!said.ok) return said
  const { needs, isTaken } = may
  return changing(editor, draft, { needs, states: NOT_ENDED }, async (held) => {
    if (isTaken(held.draft, held.person)) return ok(held.draft)
    const early = outOfStep(held.draft, may.states)
    if (early !== null) return refused(early)
    const decided = await decide(held)
    if (!decided.ok) return decided
    const { act, change } = decided.value
    const { transaction, person, at } = held
    await changeDraft(transaction, held.draft.id, change, at)
    await insertComment(transaction, {
      id: crypto.randomUUID(),
      draft: held.draft.id,
      person,
      at,
      act,
      words: said.value,
    })
    await logOn(held, act)
    return ok(await again(transaction, held.draft.id))
  })
}
