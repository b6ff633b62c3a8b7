import 'server-only'
import type { Draft } from '@/lib/contract/edit/draft'
import { findDraft } from '@/lib/db/editing/drafts'
import { entriesIn } from '@/lib/db/editing/entries'
import { headNumber } from '@/lib/db/editing/publishing'
import { exceptionsOf } from '@/lib/db/editing/review'
import { asEditors, type Transaction } from '@/lib/db/editing/transaction'
import type { Depth } from '@/lib/db/part/of-edit'
import type { Case } from './judge'
import { reachOfEntries } from './reach-of-entries'
import { isId } from './texts'
import { recordsAt } from './whole'

/**
 * Gathers what a draft is judged by.
 *
 * @param depth what is read of a record that is not held whole: what the rules ask, or all that the draft can reach.
 */
export async function caseOf(from: Transaction, draft: Draft, at: Date, depth: Depth = 'rules'): Promise<Case> {
  const entries = await entriesIn(from, draft.id)
  const exceptions = await exceptionsOf(from, draft.id)
  const head = await headNumber(from)
  const newest = head ?? draft.base
  const { record: before, unread } = await reachOfEntries(draft.base, entries, depth)
  const now = newest === draft.base ? before : await recordsAt(newest, entries)
  return { draft, entries, exceptions, before, unread, head: newest, now, at }
}

/** The same for a draft by its id, outside of any transaction; `null` when there is no such draft. */
export async function findCase(id: string, at: Date, depth: Depth = 'rules'): Promise<Case | null> {
  if (!isId(id)) return null
  return asEditors(async (from) => {
    const draft = await findDraft(from, id)
    return draft === null ? null : caseOf(from, draft, at, depth)
  })
}
