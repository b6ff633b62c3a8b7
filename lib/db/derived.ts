import { applyChanges } from '@/lib/ledger/apply'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { changesIn } from './changes'
import type { Database } from './connection'

/** So many revisions are walked from one that is at hand; from farther away the whole is read as fast. */
const FARTHEST = 5

/**
 * The record at a revision, made of one shortly before it and of what was changed since; `null` where none is at hand.
 *
 * @param ledgers records at hand, by revision; one that cannot be read after all is passed over.
 */
export async function derived(
  database: Database,
  ledgers: ReadonlyMap<number, Promise<WholeRecord>>,
  revision: number,
): Promise<WholeRecord | null> {
  const numbers = [...ledgers.keys()].filter((one) => one < revision && revision - one <= FARTHEST)
  const start = Math.max(...numbers)
  const record = await ledgers.get(start)?.catch(() => null)
  if (record === undefined || record === null) return null
  const following = Array.from({ length: revision - start }, (_, at) => start + at + 1)
  const changes = await Promise.all(following.map((number) => changesIn(database, number)))
  return applyChanges(record, changes.flat())
}
