import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft } from '@/lib/contract/edit/draft'
import type { DryRun, ImportProblem, ImportRefusal } from '@/lib/contract/edit/dry-run'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { kept } from '@/lib/db/client'
import { keepDryRun, keptDryRun } from '@/lib/db/editing/dry-runs'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'
import { openDraftWith } from './entries'
import { entryIdFor } from './entry-id'
import { type PlannedEntry, planOf } from './import-plan'
import { readUploads, type Upload } from './import-read'
import { isId, keepable, textFor } from './texts'
import type { TypedEntry } from './typed'

/** All files of one import together, in megabytes. */
export const MOST_MEGABYTES = 20

/** Each file of the record twice: as it was, and as it came to be called on the way. */
const MOST_FILES = 20

/** So many problems are told one by one; the rest are counted. */
const TOLD = 200

/** What a draft can hold and two persons can still read. */
const MOST_CHANGES = 5_000

export type Import = {
  readonly uploads: readonly Upload[]
  readonly kind: RevisionKind
  /** Why keys that are missing from a file are retired; `null` leaves them alone. */
  readonly retire: string | null
}

/**
 * Reads files of the record and works out what they would change, and keeps that for the editor alone. Nothing is recorded.
 *
 * @param at the instant that it is said to be made at.
 */
export async function dryRun(
  editor: Editor,
  { uploads, kind, retire }: Import,
  at: Date = new Date(),
): Promise<Result<DryRun, ImportRefusal>> {
  if (uploads.length === 0) return refused({ why: 'nothing-sent' })
  const bytes = uploads.reduce((sum, upload) => sum + upload.bytes.length, 0)
  if (bytes > MOST_MEGABYTES * 1_000_000) return refused({ why: 'too-large', megabytes: MOST_MEGABYTES })
  if (uploads.length > MOST_FILES) return refused({ why: 'too-many-files', most: MOST_FILES })
  const why = retire === null ? null : reasonFor(retire)
  if (why !== null && !why.ok) return why
  const base = await headRevision()
  const record = base === null ? null : await ledgerAt(base)
  if (base === null || record === null) return refused({ why: 'no-record' })

  const { counts, entries, problems } = planOf(record, readUploads(uploads), why?.value ?? null)
  if (problems.length === 0 && entries.length > MOST_CHANGES) {
    return refused({ why: 'too-many-changes', count: entries.length, most: MOST_CHANGES })
  }
  const run: DryRun = {
    id: crypto.randomUUID(),
    kind,
    base,
    madeAt: at.toISOString(),
    uploads: uploads.map(({ name }) => keepable(name)),
    counts,
    problems: problems.slice(0, TOLD).map(quotable),
    problemCount: problems.length,
  }
  const said = { id: run.id, base, madeAt: at, report: run, entries: problems.length === 0 ? entries : [] }
  await keepDryRun(kept().editors, editor.id, said)
  return ok(run)
}

/** Why keys are retired, as every retirement says it. */
function reasonFor(retire: string): Result<string, ImportRefusal> {
  const why = textFor('why', retire)
  if (why.ok) return why
  const { refusal } = why
  if (refusal.why === 'text-too-long') {
    return refused({ why: 'retire-reason-too-long', length: refusal.length, limit: refusal.limit })
  }
  return refused({ why: refusal.why === 'text-missing' ? 'retire-without-reason' : 'retire-reason-unreadable' })
}

/** What is told of a file quotes it, and the quotation is kept as well. */
function quotable({ upload, at, field, what }: ImportProblem): ImportProblem {
  const quoted = (text: string | null) => (text === null ? null : keepable(text))
  return { upload: quoted(upload), at, field: quoted(field), what: keepable(what) }
}

/** The editor's last dry run with what it would put into a draft, if it is the one meant. */
export async function dryRunOf(
  editor: Editor,
  id: string,
): Promise<{ readonly run: DryRun; readonly entries: readonly PlannedEntry[] } | null> {
  if (!isId(id)) return null
  const found = await keptDryRun(kept().editors, editor.id, id)
  return found && { run: found.report as DryRun, entries: found.entries as readonly PlannedEntry[] }
}

/**
 * One draft of all that a dry run would change, or nothing. Asked for twice it is the same draft: the dry run's id is its
 * id. A dry run that was compared with an older record is refused, for it would take back what was published since.
 */
export async function draftOfDryRun(
  editor: Editor,
  id: string,
  said: { readonly title: string; readonly reason: string },
): Promise<Result<Draft, ImportRefusal | EditRefusal>> {
  const found = await dryRunOf(editor, id)
  if (found === null) return refused({ why: 'gone' })
  const { run, entries } = found
  if (run.problemCount > 0) return refused({ why: 'has-problems' })
  if (entries.length === 0) return refused({ why: 'changes-nothing' })
  const head = await headRevision()
  if (head !== run.base) return refused({ why: 'old', base: run.base, head: head ?? 0 })
  return openDraftWith(
    editor,
    { ...said, id: run.id, kind: run.kind, on: run.base },
    entries.map((entry) => typed(run.id, entry)),
  )
}

function typed(draft: string, entry: PlannedEntry): TypedEntry {
  return { ...entry, id: entryIdFor(draft, entry.kind, keyOf(entry)), version: null }
}

/** The key that a planned entry puts a record under, or retires. */
export function keyOf(entry: PlannedEntry): string {
  return 'key' in entry ? entry.key : String(entry.printed['key'])
}
