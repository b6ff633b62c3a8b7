import 'server-only'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import { SEARCH } from '@/lib/contract/sought'
import { isDatabaseAway } from '@/lib/db/away'
import { isRecordTooLarge } from '@/lib/db/too-large'

/** Why a record was not read, as readers are told it. */
export type Unread = Extract<Problem, { readonly why: 'record-away' | 'record-too-large' }>

/** Why a record was not read; `null` for every other failure, which is a bug. */
export function whyUnread(error: unknown): Unread | null {
  if (isDatabaseAway(error)) return { why: 'record-away' }
  return isRecordTooLarge(error) ? { why: 'record-too-large' } : null
}

/** Refuses what needs a record that was not read; what lists too much leads to the search, which finds single things. */
export function refusedUnread(problem: Unread, nearest: string | null): Refusal {
  return { problems: [problem], nearest: problem.why === 'record-too-large' ? SEARCH : nearest }
}
