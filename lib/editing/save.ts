import 'server-only'
import type { DraftEntry, Printed } from '@/lib/contract/edit/draft'
import type { EditRefusal, MovedEntry } from '@/lib/contract/edit/refusal'
import { noteWriter } from '@/lib/db/editing/drafts'
import {
  changeEntry,
  countEntries,
  entriesUnder,
  findEntry,
  insertEntries,
  type KeptEntry,
  type NewEntry,
} from '@/lib/db/editing/entries'
import { isSame } from '@/lib/ledger/equal'
import { threeWay } from '@/lib/ledger/merge'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { type Held, logOn } from './held'
import { MOST_ENTRIES } from './typed'
import { printedUnder, recordsAt } from './whole'

/** A draft that is being written: what is held, or a draft that was begun in the same transaction. */
type Writing = Omit<Held, 'draft'> & { readonly draft: { readonly id: string } }

/** Adds entries, all or none. Those that are in the draft already, word for word, are left as they are. */
export async function addAll(
  held: Writing,
  entries: readonly NewEntry[],
): Promise<Result<{ readonly count: number }, EditRefusal>> {
  const { transaction, draft, person, at } = held
  const there = new Map(
    (
      await entriesUnder(
        transaction,
        entries.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  const isElse = ({ id, does }: NewEntry) => there.get(id)?.draft !== draft.id || !isSame(there.get(id)?.does, does)
  if (entries.some((one) => there.has(one.id) && isElse(one))) return refused({ why: 'id-taken' })
  const fresh = entries.filter(({ id }) => !there.has(id))
  if (fresh.length === 0) return ok({ count: 0 })
  if ((await countEntries(transaction, draft.id)) + fresh.length > MOST_ENTRIES) {
    return refused({ why: 'too-many-entries', limit: MOST_ENTRIES })
  }
  await insertEntries(transaction, { draft: draft.id, person, at }, fresh)
  await noteWriter(transaction, draft.id, person, at)
  const one = fresh.length === 1 ? fresh[0] : undefined
  await logOn(held, 'entries-added', one ? { kind: one.kind, key: one.key } : { count: fresh.length })
  return ok({ count: fresh.length })
}

/** How long somebody's saves of one entry are logged as one: it saves itself while it is typed. */
const ONE_SITTING_MS = 10 * 60_000

/**
 * Saves an entry that is there, or was.
 *
 * @param there what is stored under its id, in whatever draft. @param version what the editor began from.
 */
export async function saveAgain(
  held: Held,
  there: KeptEntry | null,
  entry: NewEntry,
  version: number | null,
): Promise<Result<DraftEntry, EditRefusal>> {
  const { transaction, draft, person, at } = held
  if (there === null) return refused({ why: 'entry-moved', theirs: null, yours: entry.does, fields: [] })
  if (there.draft !== draft.id || there.kind !== entry.kind) return refused({ why: 'id-taken' })
  if (isSame(there.does, entry.does)) return ok(there)
  if (there.version !== version) return refused(await moved(draft.base, there, entry))
  await changeEntry(transaction, { draft: draft.id, person, at }, entry)
  await noteWriter(transaction, draft.id, person, at)
  const isOneSitting = there.changedBy.id === person && at.getTime() - Date.parse(there.changedAt) < ONE_SITTING_MS
  if (!isOneSitting) await logOn(held, 'entry-saved', { kind: entry.kind, key: entry.key })
  const saved = await findEntry(transaction, entry.id)
  return saved === null ? refused({ why: 'no-entry' }) : ok(saved)
}

/** What only one of two changed of the record as it stands is told as theirs or yours; the rest is for them to settle. */
async function moved(base: number, theirs: KeptEntry, { kind, key, does: yours }: NewEntry): Promise<MovedEntry> {
  const stood = printedUnder(await recordsAt(base, [{ kind, key }]), kind, key) as Printed | null
  const both = theirs.does.what === 'record' && yours.what === 'record'
  const fields = both ? threeWay(stood, theirs.does.printed, yours.printed) : []
  return { why: 'entry-moved', theirs, yours, fields }
}
