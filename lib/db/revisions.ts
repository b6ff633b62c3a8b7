import 'server-only'
import type { Revision } from '@/lib/ledger/revision'
import { asking } from './away'
import { kept } from './client'
import { newestRevision } from './connection'
import { revisionOf } from './rows/revision'

/**
 * The number of the newest revision, `null` while nothing is recorded.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function headRevision(): Promise<number | null> {
  return asking(() => newestRevision(kept().database))
}

/**
 * Every revision, the newest first.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function revisions(): Promise<readonly Revision[]> {
  const rows = await asking(() => kept().database.prisma.revision.findMany({ orderBy: { number: 'desc' } }))
  return rows.map(revisionOf)
}
