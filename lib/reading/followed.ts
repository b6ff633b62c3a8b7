import 'server-only'
import { type FeedPath, type FeedQuery, feedAddress } from '@/lib/contract/feed-address'
import type { NameOf } from '@/lib/contract/history/names'
import { namesIn } from '@/lib/contract/history/names'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import { ledgerAt } from '@/lib/db/ledger'
import { kindsThatEnded } from '@/lib/db/retirements'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { kept } from './kept'
import { headRevision } from './now'
import { refusedUnread, whyUnread } from './unread'

/** The newest revision with what it calls things: every feed and calendar is made of it and of those before it. */
export type Newest = { readonly head: number; readonly nameOf: NameOf }

/**
 * Answers a query from the newest revision, or says why not: it names a key that never stood in the record, or the record
 * cannot be asked. What stood once may be followed for ever: that it was taken away is news.
 */
export async function answerFollowed<Value>(
  path: FeedPath,
  query: FeedQuery,
  answer: (newest: Newest) => Promise<Value>,
): Promise<Result<Value, Refusal>> {
  try {
    const head = await headRevision()
    const record = head === null ? null : await ledgerAt(head.revision)
    if (head === null || record === null) return away
    const problems = await problemsOf(query, record, head.revision)
    const [first, ...others] = problems
    if (first === undefined) return ok(await answer({ head: head.revision, nameOf: namesIn(record) }))
    return refused({ problems: [first, ...others], nearest: nearestOf(path, query, problems) })
  } catch (error) {
    const why = whyUnread(error)
    if (why === null) throw error
    return refused(refusedUnread(why, null))
  }
}

const away = refused<Refusal>({ problems: [{ why: 'record-away' }], nearest: null })

async function problemsOf({ followed }: FeedQuery, record: WholeRecord, head: number): Promise<readonly Problem[]> {
  const named = [
    ...followed.materials.map((key) => ({ kind: 'material' as const, key, all: record.materials })),
    ...followed.regimes.map((key) => ({ kind: 'regime' as const, key, all: record.regimes })),
  ]
  const found = await Promise.all(
    named.map(async ({ kind, key, all }) => {
      const { problems } = kept(
        kind,
        key,
        all.map((one) => one.key),
      )
      return problems.length > 0 && (await kindsThatEnded(key, head)).includes(kind) ? [] : problems
    }),
  )
  return found.flat()
}

/** The same with the nearest keys in the place of those that are not there. */
function nearestOf(path: FeedPath, { followed }: FeedQuery, problems: readonly Problem[]): string {
  const put = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const wrong = problems.find((problem) => problem.why === 'unknown-key' && problem.value === key)
      return wrong === undefined ? [key] : wrong.why === 'unknown-key' && wrong.nearest !== null ? [wrong.nearest] : []
    })
  return feedAddress(path, { ...followed, materials: put(followed.materials), regimes: put(followed.regimes) })
}
