import 'server-only'
import type { Refusal } from '@/lib/contract/refusal'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import { headRevision } from '../now'
import { refusedUnread, whyUnread } from '../unread'

/** Revisions that were asked for by number, in the order asked; refused when one of them is not published (yet). */
export async function published(numbers: readonly number[]): Promise<Result<readonly Revision[], Refusal>> {
  const found = await revisionsNumbered(numbers)
  const missing = numbers.find((number) => !found.has(number))
  if (missing === undefined) return ok(numbers.flatMap((number) => found.get(number) ?? []))
  const head = await headRevision()
  if (head === null) return recordAway()
  return refused({
    problems: [{ why: 'unpublished-revision', value: missing, head: head.revision }],
    nearest: null,
  })
}

/** Asks the record, and tells it in words when the database is away: before the first byte a file can still be refused. */
export async function unlessAway<Value>(ask: () => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>> {
  try {
    return await ask()
  } catch (error) {
    const why = whyUnread(error)
    if (why === null) throw error
    return refused(refusedUnread(why, null))
  }
}

export function recordAway(): Result<never, Refusal> {
  return refused({ problems: [{ why: 'record-away' }], nearest: null })
}
