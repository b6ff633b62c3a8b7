import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { Draft, Printed } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { changesOfRevision, lastTouched } from '@/lib/db/editing/history'
import { headNumber } from '@/lib/db/editing/publishing'
import { asEditors } from '@/lib/db/editing/transaction'
import { isSame } from '@/lib/ledger/equal'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { openDraftWith } from './entries'
import type { TypedEntry } from './typed'
import { type Named, type Three, undoing } from './undone'
import { recordsAt } from './whole'

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
    on: head,
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
  const [before, made, now] = await Promise.all(
    [revision - 1, revision, head].map((number) => recordsAt(number, changes)),
  )
  if (before === undefined || made === undefined || now === undefined) return []
  return changes.flatMap(({ kind, key }) => takenBack({ kind, key }, { before, made, now }, revision))
}

function takenBack(of: Named, three: Three, revision: number): readonly Back[] {
  const { stands, undone, isChangedLater } = undoing(of, three)
  if (isSame(undone, stands)) return []
  return [{ entry: entryFor(of, undone, revision), of, isChangedLater }]
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
