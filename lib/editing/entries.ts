import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft, DraftEntry } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { noteWriter } from '@/lib/db/editing/drafts'
import { deleteEntries, findEntry } from '@/lib/db/editing/entries'
import { inTransaction } from '@/lib/db/editing/transaction'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { type Begun, beginIn } from './drafts'
import { BEING_WRITTEN, changing, logOn } from './held'
import { addAll, saveAgain } from './save'
import { isId } from './texts'
import { entriesOf, entryOf, type TypedEntry, type TypedRecord, type TypedRetirement } from './typed'

const WRITING = { states: BEING_WRITTEN, needs: 'editor' } as const

/**
 * Saves a record into a draft, as it was typed, right or wrong. Every save, by hand or by itself, takes this path.
 *
 * Of two who save one entry, the second is refused with both versions, field by field.
 */
export async function putEntry(
  editor: Editor,
  draft: string,
  typed: TypedRecord,
): Promise<Result<DraftEntry, EditRefusal>> {
  return put(editor, draft, typed)
}

/** Has a draft retire a key: it says why nothing stands there any more, and what took its place. */
export async function retireKey(
  editor: Editor,
  draft: string,
  typed: TypedRetirement,
): Promise<Result<DraftEntry, EditRefusal>> {
  return put(editor, draft, typed)
}

async function put(editor: Editor, draft: string, typed: TypedEntry): Promise<Result<DraftEntry, EditRefusal>> {
  const entry = entryOf(typed)
  if (!entry.ok) return entry
  return changing(editor, draft, WRITING, async (held) => {
    const there = await findEntry(held.transaction, typed.id)
    if (there !== null || typed.version !== null) return saveAgain(held, there, entry.value, typed.version)
    const added = await addAll(held, [entry.value])
    if (!added.ok) return added
    const saved = await findEntry(held.transaction, typed.id)
    return saved === null ? refused({ why: 'no-entry' }) : ok(saved)
  })
}

/** Saves new entries into a draft, all or none. Those that are in it already, word for word, are left as they are. */
export async function putEntries(
  editor: Editor,
  draft: string,
  typed: readonly TypedEntry[],
): Promise<Result<{ readonly count: number }, EditRefusal>> {
  const entries = entriesOf(typed)
  if (!entries.ok) return entries
  return changing(editor, draft, WRITING, (held) => addAll(held, entries.value))
}

/**
 * Begins a draft with all its entries, or nothing.
 *
 * @param begun `on`: the revision that the entries were made against. If somebody published meanwhile, the draft is moved
 * onto the newest one like every draft, and takes nothing back unseen.
 */
export async function openDraftWith(
  editor: Editor,
  begun: Begun & { readonly on: number },
  typed: readonly TypedEntry[],
): Promise<Result<Draft, EditRefusal>> {
  const entries = entriesOf(typed)
  if (!entries.ok) return entries
  return inTransaction<Draft, EditRefusal>(async (transaction) => {
    const begins = await beginIn(transaction, editor, begun)
    if (!begins.ok) return begins
    const { draft, isNew } = begins.value
    if (!isNew) return ok(draft)
    const added = await addAll({ transaction, draft, person: editor.id, at: new Date() }, entries.value)
    return added.ok ? ok(draft) : added
  })
}

/** Takes an entry out of a draft, as somebody saw it. One that is out already is left so. */
export async function removeEntry(
  editor: Editor,
  draft: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<{ readonly id: string }, EditRefusal>> {
  if (!isId(id)) return refused({ why: 'no-entry' })
  return changing(editor, draft, WRITING, async (held) => {
    const there = await findEntry(held.transaction, id)
    if (there === null || there.draft !== held.draft.id) return ok({ id })
    if (there.version !== version) return refused({ why: 'entry-moved', theirs: there, yours: there.does, fields: [] })
    await deleteEntries(held.transaction, [id])
    await noteWriter(held.transaction, held.draft.id, held.person, held.at)
    await logOn(held, 'entry-removed', { kind: there.kind, key: there.key })
    return ok({ id })
  })
}
