import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Colleague, Draft, DraftEntry } from '@/lib/contract/edit/draft'
import type { DryRun } from '@/lib/contract/edit/dry-run'
import type { Preview } from '@/lib/contract/edit/standing'
import { consequencesOf, goesOut } from './consequences'
import { entryIdFor } from './entry-id'
import { frozenMoved } from './frozen'
import { dryRunOf, keyOf } from './import'
import type { PlannedEntry } from './import-plan'
import { judge } from './judge'
import { reachOfEntries } from './reach-of-entries'

/**
 * How the draft that a dry run would become stands, judged as every draft is, and what publishing it would do. `null`
 * while it has problems or changes nothing, and where it is not the editor's last.
 */
export async function previewDryRun(editor: Editor, id: string, at: Date = new Date()): Promise<Preview | null> {
  const found = await dryRunOf(editor, id)
  if (found === null || found.entries.length === 0) return null
  const { run } = found
  const by: Colleague = { id: editor.id, name: editor.name }
  const entries = found.entries.map((entry) => entryOf(run, entry, by))
  const { record: stood, unread } = await reachOfEntries(run.base, entries, 'consequences')
  const judged = judge({
    draft: draftOf(run, by),
    entries,
    exceptions: [],
    before: stood,
    unread,
    head: run.base,
    now: stood,
    at,
  })
  const { before, after, unread: _, ...standing } = judged
  return {
    ...standing,
    void: false,
    impact: await consequencesOf(judged),
    outgoing: goesOut(judged),
    frozen: await frozenMoved(judged, at),
  }
}

function draftOf({ id, kind, base, madeAt }: DryRun, by: Colleague): Draft {
  return {
    id,
    title: '',
    kind,
    reason: '',
    base,
    state: 'open',
    author: by,
    contributors: [by],
    submittedBy: null,
    approvedBy: null,
    createdAt: madeAt,
    updatedAt: madeAt,
    revision: null,
    reverts: null,
    version: 1,
  }
}

function entryOf({ id, madeAt }: DryRun, planned: PlannedEntry, by: Colleague): DraftEntry {
  return {
    id: entryIdFor(id, planned.kind, keyOf(planned)),
    kind: planned.kind,
    key: keyOf(planned),
    does:
      'printed' in planned
        ? { what: 'record', printed: planned.printed }
        : { what: 'retire', retirement: planned.retirement },
    changedBy: by,
    changedAt: madeAt,
    version: 1,
  }
}
