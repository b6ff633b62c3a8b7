import 'server-only'
import type { Editor, Person } from '@/lib/auth/person'
import { type Choices, type ComparedEntry, type Comparison, WHOLE } from '@/lib/contract/edit/comparison'
import type { Draft, Printed } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { changeDraft, noteWriter } from '@/lib/db/editing/drafts'
import { changeEntry, deleteEntries } from '@/lib/db/editing/entries'
import { insertComment } from '@/lib/db/editing/review'
import { isSame } from '@/lib/ledger/equal'
import { mergedRecord } from '@/lib/ledger/merge'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { caseOf, findCase } from './case'
import { comparisonOf } from './comparison'
import { again } from './drafts'
import { changing, type Held, logOn, NOT_ENDED } from './held'

/** A draft beside the record as it is now, field by field; `null` when there is no such draft. */
export async function compareWithHead(_person: Person, id: string): Promise<Comparison | null> {
  const found = await findCase(id, new Date())
  return found === null ? null : comparisonOf(found)
}

/** Onto which revision a draft is moved, and whose word stands where both sides changed a field. */
export type Rebase = { readonly draft: string; readonly head: number; readonly choices: Choices }

/**
 * Moves a draft onto the newest revision. What only one side changed is taken by itself; where both did, somebody chooses.
 * A draft of which some entry met another version is open again: it is to be looked at anew. One that met none stays
 * where it stood, but no approval survives, because its consequences may be others.
 *
 * @param rebase `head` is the revision that was compared with: a later one refuses with another comparison.
 */
export async function rebaseDraft(editor: Editor, rebase: Rebase): Promise<Result<Draft, EditRefusal>> {
  return changing(editor, rebase.draft, { states: NOT_ENDED, needs: 'editor' }, async (held) => {
    const { transaction, draft, person, at } = held
    if (draft.base === rebase.head) return ok(draft)
    const comparison = comparisonOf(await caseOf(transaction, draft, at))
    if (comparison.head !== rebase.head) return refused({ why: 'base-moved', comparison })
    const unsettled = comparison.moved.some((entry) => !isSettled(entry, rebase.choices))
    if (unsettled) return refused({ why: 'not-merged' })

    for (const entry of comparison.moved) await mergeEntry(held, entry, rebase.choices)
    const state = comparison.moved.length > 0 ? 'open' : draft.state === 'approved' ? 'submitted' : draft.state
    await changeDraft(transaction, draft.id, { base: rebase.head, state, approvedBy: null }, at)
    if (comparison.moved.length > 0) await noteWriter(transaction, draft.id, person, at)
    const words = say('editing.rebase.words', { base: draft.base, head: rebase.head })
    await insertComment(transaction, { id: crypto.randomUUID(), draft: draft.id, person, at, act: 'rebased', words })
    await logOn(held, 'rebased', { base: draft.base, head: rebase.head })
    return ok(await again(transaction, draft.id))
  })
}

function choiceFor({ entry }: ComparedEntry, field: string | null, choices: Choices): string | undefined {
  const own = Object.hasOwn(choices, entry) ? choices[entry] : undefined
  const name = field ?? WHOLE
  return own !== undefined && Object.hasOwn(own, name) ? own[name] : undefined
}

function isSettled(compared: ComparedEntry, choices: Choices): boolean {
  return compared.fields.every(
    ({ field, outcome }) =>
      outcome !== 'conflict' || ['yours', 'theirs'].includes(choiceFor(compared, field, choices) ?? ''),
  )
}

/** An entry that comes to say what stands anyway is taken out; what was typed and stands goes on. */
async function mergeEntry(held: Held, compared: ComparedEntry, choices: Choices): Promise<void> {
  const { transaction, draft, person, at } = held
  const { entry: id, kind, key, theirs, yours } = compared
  const chosen = compared.fields.map((one) => {
    const isTheirs = one.outcome === 'conflict' && choiceFor(compared, one.field, choices) === 'theirs'
    return isTheirs ? { ...one, merged: one.theirs } : one
  })
  const merged = mergedRecord(chosen) as Printed | null
  if (isSame(merged, yours) && !isSame(merged, theirs)) return
  if (merged === null || isSame(merged, theirs)) {
    await deleteEntries(transaction, [id])
    return
  }
  await changeEntry(
    transaction,
    { draft: draft.id, person, at },
    { id, kind, key, does: { what: 'record', printed: merged } },
  )
}
