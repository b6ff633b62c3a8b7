import 'server-only'
import type { Editor, Person } from '@/lib/auth/person'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { readSnapshotId } from '@/lib/contract/snapshot-id'
import {
  digestUnder,
  insertNote,
  type NotedSnapshot,
  notedSnapshots,
  versionsOfNote,
} from '@/lib/db/editing/snapshot-notes'
import { asEditors, inTransaction } from '@/lib/db/editing/transaction'
import { logAct } from '@/lib/db/people/audit'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { textFor } from './texts'

/** As many snapshots as a page of the list holds. */
const PAGE = 50

/** Why a note is not kept: the snapshot is not there, or somebody wrote the next version first. */
export type NoteRefusal = EditRefusal | { readonly why: 'no-snapshot' } | { readonly why: 'note-moved' }

/** Snapshots, the newest first; `older` says whether there are more. */
export async function snapshotsForEditors(
  _person: Person,
  before: Date | null,
): Promise<{ readonly snapshots: readonly NotedSnapshot[]; readonly older: boolean }> {
  const found = await asEditors((from) => notedSnapshots(from, before, PAGE + 1))
  return { snapshots: found.slice(0, PAGE), older: found.length > PAGE }
}

/**
 * Adds a version to the note on a snapshot: a title and, if wanted, a text. The snapshot itself stays what it is, and
 * earlier versions stay readable.
 *
 * @param id of the snapshot; a form may have been forged, so it is read once more.
 * @param seen the version that was on the page where the note was written, 0 for none: who wrote meanwhile is not passed over.
 */
export async function noteSnapshot(
  editor: Editor,
  {
    id,
    seen,
    title,
    note,
  }: { readonly id: string; readonly seen: number; readonly title: string; readonly note: string },
): Promise<Result<{ readonly version: number }, NoteRefusal>> {
  const [titled, noted] = [textFor('title', title), textFor('words', note, 'may-be-empty')]
  if (!titled.ok) return titled
  if (!noted.ok) return noted
  const read = readSnapshotId(id)
  if (!read.ok) return refused({ why: 'no-snapshot' })

  const version = seen + 1
  const kept = await inTransaction<{ readonly version: number }, NoteRefusal>(async (transaction) => {
    const snapshot = await digestUnder(transaction, read.value)
    if (snapshot === null) return refused({ why: 'no-snapshot' })
    if ((await versionsOfNote(transaction, snapshot)) !== seen) return refused({ why: 'note-moved' })
    const by = { person: editor.id, byName: editor.publicName }
    await insertNote(transaction, { snapshot, version, title: titled.value, note: noted.value, ...by })
    await logAct(transaction, {
      person: editor.id,
      act: 'snapshot.noted',
      subject: `snapshot/${read.value}`,
      detail: { version },
    })
    return ok({ version })
  })
  // Two who wrote at one moment: the key of the second is taken.
  return kept.ok || kept.refusal.why !== 'guarded' ? kept : refused({ why: 'note-moved' })
}
