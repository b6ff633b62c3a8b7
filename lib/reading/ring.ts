import 'server-only'
import type { Problem } from '@/lib/contract/refusal'
import { keysOfKind } from '@/lib/db/part/standing'
import type { Kind } from '@/lib/ledger/change'
import type { Ring } from './kept'

/**
 * The keys of the kinds of which an unknown one was named: they are all read only for whoever slips, to be led to the
 * nearest. Of other kinds the part that was opened holds what was named and found good, which is all that is asked of them.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function ringAt(revision: number, problems: readonly Problem[], part: Ring): Promise<Ring> {
  const kinds = new Set(problems.flatMap((problem) => (problem.why === 'unknown-key' ? [problem.kept] : [])))
  const read = await Promise.all([...kinds].map(async (kind) => [kind, await keysOfKind(revision, kind)] as const))
  const keys = new Map<Kind, readonly string[]>(read)
  return (kind) => keys.get(kind) ?? part(kind)
}
