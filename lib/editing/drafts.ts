import 'server-only'
import type { Editor, Person } from '@/lib/auth/person'
import type { Draft, DraftComment, DraftEntry, DraftException } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { isAtLeast } from '@/lib/contract/people/role'
import { allDrafts, changeDraft, findDraft, insertDraft, noteWriter } from '@/lib/db/editing/drafts'
import { entriesIn } from '@/lib/db/editing/entries'
import { headNumber, holdRole } from '@/lib/db/editing/publishing'
import { commentsOn, exceptionsOf } from '@/lib/db/editing/review'
import { asEditors, inTransaction, type Transaction } from '@/lib/db/editing/transaction'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'
import { BEING_WRITTEN, changing, logOn, NOT_ENDED } from './held'
import { isId, textFor } from './texts'

/** What a draft is called, what kind of revision it would be, and why. */
export type Described = { readonly title: string; readonly kind: RevisionKind; readonly reason: string }

/** A draft that is begun. `id` is made with the form, so that a form posted twice begins one draft. */
export type Begun = Described & { readonly id: string; readonly reverts?: number }

export type OpenedDraft = {
  readonly draft: Draft
  readonly entries: readonly DraftEntry[]
  readonly comments: readonly DraftComment[]
  readonly exceptions: readonly DraftException[]
}

export type DraftInList = Draft & { readonly entries: number }

/** Begins a draft on the newest revision. Any number of drafts may be under way at once. */
export async function openDraft(editor: Editor, begun: Begun): Promise<Result<Draft, EditRefusal>> {
  return inTransaction<Draft, EditRefusal>(async (transaction) => {
    const begins = await beginIn(transaction, editor, begun)
    return begins.ok ? ok(begins.value.draft) : begins
  })
}

/**
 * The same inside a transaction of the caller, who has more to write that must stand or fall with it.
 *
 * @param begun `on`: the revision that its entries were made against; else the newest one.
 * @returns `isNew`: whether it was begun now, and not by the same form posted before.
 */
export async function beginIn(
  transaction: Transaction,
  editor: Editor,
  {
    id,
    reverts = null,
    on,
    ...said
  }: Omit<Begun, 'reverts'> & { readonly reverts?: number | null; readonly on?: number },
): Promise<Result<{ readonly draft: Draft; readonly isNew: boolean }, EditRefusal>> {
  const described = descriptionOf(said)
  if (!described.ok) return described
  const { role } = await holdRole(transaction, editor.id)
  if (!isAtLeast(role, 'editor')) return refused({ why: 'role-lost', needs: 'editor' })
  if (!isId(id)) return refused({ why: 'no-draft' })

  const base = on ?? (await headNumber(transaction))
  if (base === null) throw new Error('a draft needs a record to be written against')
  const isNew = await insertDraft(transaction, {
    ...described.value,
    id,
    base,
    reverts,
    author: editor.id,
    at: new Date(),
  })
  const draft = await again(transaction, id)
  if (draft.author.id !== editor.id) return refused({ why: 'id-taken' })
  if (isNew) await logOn({ transaction, draft: { id }, person: editor.id }, 'opened', { kind: said.kind, base })
  return ok({ draft, isNew })
}

/** Every draft, the one changed last first. Whoever is signed in may read them. */
export async function draftsFor(_person: Person): Promise<readonly DraftInList[]> {
  return asEditors(allDrafts)
}

/** A draft with all that is in it and was said of it; `null` when there is none under this id. */
export async function openedDraft(_person: Person, id: string): Promise<OpenedDraft | null> {
  if (!isId(id)) return null
  return asEditors(async (from) => {
    const draft = await findDraft(from, id)
    if (draft === null) return null
    const [entries, comments, exceptions] = await Promise.all([
      entriesIn(from, id),
      commentsOn(from, id),
      exceptionsOf(from, id),
    ])
    return { draft, entries, comments, exceptions }
  })
}

/** Changes title, kind and reason. Of two who save them at once, the second is told and sees both. */
export async function describeDraft(
  editor: Editor,
  id: string,
  { version, ...said }: Described & { readonly version: number },
): Promise<Result<Draft, EditRefusal>> {
  const described = descriptionOf(said)
  if (!described.ok) return described
  return changing(editor, id, { states: BEING_WRITTEN, needs: 'editor' }, async (held) => {
    const { transaction, draft, person, at } = held
    const { title, kind, reason } = described.value
    if (draft.title === title && draft.kind === kind && draft.reason === reason) return ok(draft)
    if (draft.version !== version) return refused({ why: 'draft-moved', theirs: draft, yours: described.value })
    await changeDraft(transaction, id, { title, kind, reason }, at)
    await noteWriter(transaction, id, person, at)
    await logOn(held, 'described', { title, kind })
    return ok(await again(transaction, id))
  })
}

/** Gives a draft up. It stays readable, and can no longer become a revision. */
export async function abandonDraft(editor: Editor, id: string): Promise<Result<Draft, EditRefusal>> {
  return changing(editor, id, { states: [...NOT_ENDED, 'abandoned'], needs: 'editor' }, async (held) => {
    if (held.draft.state === 'abandoned') return ok(held.draft)
    await changeDraft(held.transaction, id, { state: 'abandoned' }, held.at)
    await logOn(held, 'abandoned')
    return ok(await again(held.transaction, id))
  })
}

/** A draft that is known to be there, as it is now. */
export async function again(transaction: Transaction, id: string): Promise<Draft> {
  const draft = await findDraft(transaction, id)
  if (draft === null) throw new Error(`a draft that was just written is not there: ${JSON.stringify(id)}`)
  return draft
}

function descriptionOf(said: Described): Result<Described, EditRefusal> {
  const title = textFor('title', said.title)
  if (!title.ok) return title
  const reason = textFor('reason', said.reason, 'may-be-empty')
  return reason.ok ? ok({ title: title.value, kind: said.kind, reason: reason.value }) : reason
}
