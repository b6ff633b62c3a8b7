import 'server-only'
import type { Editor, Reviewer } from '@/lib/auth/person'
import type { Draft, DraftComment, DraftException } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { countEntries, entriesIn } from '@/lib/db/editing/entries'
import { findComment, insertComment } from '@/lib/db/editing/review'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { fingerprintOf } from './fingerprint'
import { BEING_WRITTEN, changing, IN_REVIEW, logOn, NOT_ENDED } from './held'
import { type RuleOfOne, setAside } from './set-aside'
import { type May, type Step, take } from './step'
import { isId, textFor } from './texts'

/**
 * Puts a draft before a reviewer. It may still break rules, and says so: only publishing may not. Until it is taken back
 * its entries stay as they are, so that what is reviewed is what is published.
 */
export async function submit(editor: Editor, step: Step): Promise<Result<Draft, EditRefusal>> {
  const isTaken: May['isTaken'] = ({ state, submittedBy }, person) =>
    state === 'submitted' && submittedBy?.id === person
  return take(
    editor,
    step,
    { states: BEING_WRITTEN, needs: 'editor', words: 'may-be-empty', isTaken },
    async (held) => {
      if (held.draft.reason === '') return refused({ why: 'text-missing', field: 'reason' })
      const entries = await countEntries(held.transaction, held.draft.id)
      if (entries === 0) return refused({ why: 'nothing-to-publish' })
      return ok({ act: 'submitted', change: { state: 'submitted', submittedBy: held.person, approvedBy: null } })
    },
  )
}

/** Takes a draft back from review, to go on writing. An approval ends with it. */
export async function withdraw(editor: Editor, step: Step): Promise<Result<Draft, EditRefusal>> {
  const isTaken: May['isTaken'] = ({ state }) => state === 'open'
  return take(editor, step, { states: IN_REVIEW, needs: 'editor', words: 'may-be-empty', isTaken }, async () =>
    ok({ act: 'withdrawn', change: { state: 'open', approvedBy: null } }),
  )
}

/** Sends a draft back to its writers, and says what to change. */
export async function requestChanges(reviewer: Reviewer, step: Step): Promise<Result<Draft, EditRefusal>> {
  const isTaken = () => false
  return take(reviewer, step, { states: IN_REVIEW, needs: 'reviewer', words: 'needed', isTaken }, async () =>
    ok({ act: 'changes-requested', change: { state: 'changes-requested', approvedBy: null } }),
  )
}

/** Approves a draft as it was looked at: somebody who wrote none of it does, and may publish it then or later. */
export async function approve(
  reviewer: Reviewer,
  { fingerprint, ...step }: Step & { readonly fingerprint: string },
): Promise<Result<Draft, EditRefusal>> {
  const isTaken: May['isTaken'] = ({ state, approvedBy }, person) => state === 'approved' && approvedBy?.id === person
  return take(
    reviewer,
    step,
    { states: ['submitted'], needs: 'reviewer', words: 'may-be-empty', isTaken },
    async (held) => {
      if (held.draft.contributors.some(({ id }) => id === held.person)) return refused({ why: 'wrote-it' })
      const seen = fingerprintOf(held.draft, await entriesIn(held.transaction, held.draft.id))
      if (seen !== fingerprint) return refused({ why: 'seen-another' })
      return ok({ act: 'approved', change: { state: 'approved', approvedBy: held.person } })
    },
  )
}

/** Says something of a draft. `id` is made with the form, so that a remark posted twice is one. */
export async function comment(
  editor: Editor,
  { id, draft, words }: Step & { readonly id: string },
): Promise<Result<DraftComment, EditRefusal>> {
  const said = textFor('words', words)
  if (!said.ok) return said
  if (!isId(id)) return refused({ why: 'no-entry' })
  const anyTime = { states: [...NOT_ENDED, 'published', 'abandoned'], needs: 'editor' } as const
  return changing(editor, draft, anyTime, async (held) => {
    const { transaction, person, at } = held
    const there = await findComment(transaction, id)
    if (there !== null) return there.draft === held.draft.id ? ok(there) : refused({ why: 'id-taken' })
    await insertComment(transaction, { id, draft: held.draft.id, person, at, act: 'comment', words: said.value })
    await logOn(held, 'commented')
    const made = await findComment(transaction, id)
    return made === null ? refused({ why: 'id-taken' }) : ok(made)
  })
}

/** Confirms a step that is easily taken by mistake: a late extension, an end that is moved. It may come without words. */
export async function confirmRule(editor: Editor, rule: RuleOfOne): Promise<Result<DraftException, EditRefusal>> {
  return setAside(editor, rule, { act: 'confirmed', needs: 'editor', reason: 'may-be-empty' })
}

/** Overrides a rule that is wrong here, with a reason that is kept and shown to editors. */
export async function overrideRule(reviewer: Reviewer, rule: RuleOfOne): Promise<Result<DraftException, EditRefusal>> {
  return setAside(reviewer, rule, { act: 'overridden', needs: 'reviewer', reason: 'needed' })
}
