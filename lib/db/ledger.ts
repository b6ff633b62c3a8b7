import 'server-only'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { believedAt } from './believed'
import { kept } from './client'
import { derived } from './derived'
import { askingAt } from './readers'
import { readRecord } from './record'
import { isReadWhole, sizeAt } from './size'
import { RecordTooLarge } from './too-large'

/** How many revisions a process keeps at hand: the newest, and those that readers compare it with. Of large ones, one. */
const KEPT = { small: 6, large: 1 }

/**
 * The whole record as it stood at a revision, or `null` when that revision is not published (yet).
 *
 * A revision never changes, so one that was read is kept, and the same value is given again; that one is missing is never
 * remembered, because it may be published the next moment. A large record (see `sizeAt`) takes seconds to read and hundreds
 * of megabytes to keep: whoever does not show all of it asks for a part (`partAt`).
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 * @throws {RecordTooLarge} where the record is so large that it is only told of in parts.
 * @throws {TypeError} when the database holds a word this code has never heard of.
 */
export async function ledgerAt(revision: number): Promise<WholeRecord | null> {
  const there = again(revision)
  if (there) return there
  const size = await sizeAt(revision)
  if (size === null) return null
  if (size === 'large' && !(await isReadWhole(revision))) throw new RecordTooLarge(revision)
  return again(revision) ?? read(revision, size) // another may have begun to read it in the meantime
}

/** The map keeps the order of last use: what is taken out is put in again. */
function again(revision: number): Promise<WholeRecord> | undefined {
  const { ledgers } = kept()
  const there = ledgers.get(revision)
  if (there) {
    ledgers.delete(revision)
    ledgers.set(revision, there)
  }
  return there
}

/** From the one before it, where that is at hand: a publication changes a few records, and readers wait for its first page. */
function read(revision: number, size: 'small' | 'large'): Promise<WholeRecord> {
  const { ledgers } = kept()
  const reading = askingAt(revision, async (database) => {
    const following = await derived(database, ledgers, revision)
    return following ?? readRecord(database.prisma, believedAt(revision))
  })
  const most = KEPT[size]
  for (const oldest of [...ledgers.keys()].slice(0, Math.max(0, ledgers.size + 1 - most))) ledgers.delete(oldest)
  ledgers.set(revision, reading)
  reading.catch(() => ledgers.delete(revision))
  return reading
}
