import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft, Printed } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { changesOfRevision, lastTouched } from '@/lib/db/editing/history'
import { headNumber } from '@/lib/db/editing/publishing'
import { asEditors } from '@/lib/db/editing/transaction'
import type { Kind } from '@/lib/ledger/change'
import { isSame } from '@/lib/ledger/equal'
import { mergedRecord, threeWay } from '@/lib/ledger/merge'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { openDraftWith } from './entries'
import type { TypedEntry } from './typed'
import { printedUnder, recordAt } from './whole'

export type Named = { readonly kind: Kind; readonly key: string }

/** A change that cannot simply be taken back, because a later revision changed the same key again. */
export type ChangedLater = Named & { readonly revision: number }

export type Reverted = { readonly draft: Draft; readonly later: readonly ChangedLater[] }

/** Which revision is taken back, or which of its changes. `id` names the new draft: a form posted twice is one draft. */
export type Revert = { readonly id: string; readonly revision: number; readonly only?: readonly Named[] }

/**
 * Begins a correction that puts back what stood before a revision: its new records are retired, its retired keys stand
 * again, and of a record that later revisions changed only what this one changed is put back. Nothing of the past
 * changes; the draft has consequences of its own and is reviewed like any other.
 *
 * The first revision is where the record begins, so there is nothing before it to put back.
 */
export async function revertRevision(editor: Editor, revert: Revert): Promise<Result<Reverted, EditRefusal>> {
  const { id, revision, only } = revert
  const head = await asEditors(headNumber)
  if (head === null || !Number.isSafeInteger(revision) || revision < 1 || revision > head) {
    return refused({ why: 'no-revision', revision })
  }
  const back = revision === 1 ? [] : await inverseOf(revision, head, only)
  if (back.length === 0) return refused({ why: 'nothing-to-take-back', revision })
  const begun = {
    id,
    title: say('editing.revert.title', { revision }),
    kind: 'correction',
    reason: say('editing.revert.reason', { revision }),
    reverts: revision,
  } as const
  const opened = await openDraftWith(
    editor,
    begun,
    back.map(({ entry }) => entry),
  )
  if (!opened.ok) return opened
  return ok({ draft: opened.value, later: await changedLater(back) })
}

type Back = { readonly entry: TypedEntry; readonly of: Named; readonly isChangedLater: boolean }

async function inverseOf(revision: number, head: number, only: Revert['only']): Promise<readonly Back[]> {
  const meant = (change: Named) => only?.some(({ kind, key }) => kind === change.kind && key === change.key) ?? true
  const changes = (await changesOfRevision(revision)).filter(meant)
  const [before, made, now] = [await recordAt(revision - 1), await recordAt(revision), await recordAt(head)]
  return changes.flatMap(({ kind, key }) => takenBack({ kind, key }, { before, made, now }, revision))
}

type Three = { readonly before: WholeRecord; readonly made: WholeRecord; readonly now: WholeRecord }

/** What undoes one change: nothing, where its key stands as it did before. */
function takenBack(of: Named, { before, made, now }: Three, revision: number): readonly Back[] {
  const [stood, then, stands] = [before, made, now].map((record) => printedUnder(record, of.kind, of.key))
  const isChangedLater = !isSame(then, stands)
  const wanted = isChangedLater ? mergedRecord(threeWay(then ?? null, stands ?? null, stood ?? null)) : stood
  if (isSame(wanted ?? null, stands ?? null)) return []
  return [{ entry: entryFor(of, (wanted ?? null) as Printed | null, revision), of, isChangedLater }]
}

function entryFor({ kind, key }: Named, wanted: Printed | null, revision: number): TypedEntry {
  const typed = { id: crypto.randomUUID(), kind, version: null }
  if (wanted !== null) return { ...typed, printed: wanted }
  return { ...typed, key, retirement: { why: say('editing.revert.retired', { revision }), replacedBy: null } }
}

async function changedLater(back: readonly Back[]): Promise<readonly ChangedLater[]> {
  const later = back.filter(({ isChangedLater }) => isChangedLater)
  return asEditors(async (from) => {
    const told: ChangedLater[] = []
    for (const { of } of later) told.push({ ...of, revision: (await lastTouched(from, of.kind, of.key)) ?? 0 })
    return told
  })
}
