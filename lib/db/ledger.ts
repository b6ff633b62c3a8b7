import 'server-only'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { believedAt } from './believed'
import { kept } from './client'
import { askingAt } from './readers'
import { readRecord } from './record'

/** How many revisions a process keeps at hand: the newest, and those that readers compare it with. */
const KEPT = 6

/**
 * The whole record as it stood at a revision, or `null` when that revision is not published (yet).
 *
 * A revision never changes, so one that was read is kept, and the same value is given again; that one is missing is never
 * remembered, because it may be published the next moment.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 * @throws {TypeError} when the database holds a word this code has never heard of.
 */
export async function ledgerAt(revision: number): Promise<WholeRecord | null> {
  const there = again(revision)
  if (there) return there
  if (!(await isPublished(revision))) return null
  return again(revision) ?? read(revision) // another may have begun to read it in the meantime
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

function read(revision: number): Promise<WholeRecord> {
  const { ledgers } = kept()
  const reading = askingAt(revision, ({ prisma }) => readRecord(prisma, believedAt(revision)))
  ledgers.set(revision, reading)
  reading.catch(() => ledgers.delete(revision))
  const oldest = ledgers.keys().next().value
  if (ledgers.size > KEPT && oldest !== undefined) ledgers.delete(oldest)
  return reading
}

async function isPublished(revision: number): Promise<boolean> {
  if (!Number.isSafeInteger(revision) || revision < 1 || revision > 2_147_483_647) return false
  const { rowCount } = await askingAt(revision, ({ pool }) =>
    pool.query({
      name: 'is-published',
      text: 'select from revision where number = $1',
      values: [revision],
    }),
  )
  return rowCount === 1
}
