import 'server-only'
import { asking } from './away'
import { kept } from './client'
import type { Database } from './connection'
import { whileItAnswers } from './pulse'
import type { Replica } from './replica'

/**
 * Asks what a revision settles: a copy of the database that holds that revision, where there is one, else the primary. The
 * answer is the same from either; a copy that has not got the revision yet is not asked, and what a copy fails to answer,
 * the primary does.
 *
 * Which revision is the newest is no such question: `headRevision` asks the primary alone.
 *
 * @param revision the latest that the answer may depend on. What entered or ended later must not change it.
 * @throws {DatabaseAway} when no database can be asked.
 */
export async function askingAt<Answer>(
  revision: number,
  ask: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  const { replicas } = kept()
  const [copy, ready] = firstReady(replicas, revision)
  if (copy === undefined || ready === undefined) return askingPrimary(ask)
  try {
    return await ask(ready)
  } catch (error) {
    if (ranOutOfItsOwnTime(error)) return asking(() => Promise.reject(error))
    copy.failed()
    return askingPrimary(ask)
  }
}

/**
 * Asks the primary something for readers, who wait for it only while it answers at all.
 *
 * @throws {DatabaseAway} when it cannot be asked, or does not answer any more.
 */
export function askingPrimary<Answer>(ask: (database: Database) => Promise<Answer>): Promise<Answer> {
  const { database } = kept()
  return asking(() => whileItAnswers(Promise.resolve(ask(database)), database.pulse))
}

let turn = 0

/** They take turns. */
function firstReady(replicas: readonly Replica[], revision: number): readonly [Replica, Database] | readonly [] {
  turn += 1
  for (let nth = 0; nth < replicas.length; nth++) {
    const copy = replicas[(turn + nth) % replicas.length]
    const ready = copy?.at(revision)
    if (copy !== undefined && ready) return [copy, ready]
  }
  return []
}

/** A question that bounds its own time would take as long on the primary, and twice as long for who sends many. */
function ranOutOfItsOwnTime(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014'
}
