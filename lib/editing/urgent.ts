import 'server-only'
import type { Person, Reviewer } from '@/lib/auth/person'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Result } from '@/lib/ledger/result'

export type WaitingRevision = {
  readonly revision: number
  readonly reviewDue: string
  readonly publisher: string
  readonly writers: readonly string[]
}
/** Urgent revisions that nobody has reviewed, the first due first. */
export async function urgentWaiting(_person: Person): Promise<readonly WaitingRevision[]> {
  throw new Error('not yet')
}
export async function reviewUrgent(
  _reviewer: Reviewer,
  _said: { readonly revision: number; readonly words: string },
  _at: Date = new Date(),
): Promise<Result<{ readonly revision: number }, EditRefusal>> {
  throw new Error('not yet')
}
