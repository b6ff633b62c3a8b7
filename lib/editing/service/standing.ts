import 'server-only'
import type { Admin } from '@/lib/auth/person'
import { judgeService } from '@/lib/contract/service/judge'
import type { BackupStanding, IntegrityStanding, ServiceStanding } from '@/lib/contract/service/standing'
import { lastBackups } from '@/lib/db/backups'
import { headRevision } from '@/lib/db/revisions'
import { instances } from '@/lib/db/service/instances'
import { databaseStanding, replicasStanding, webhooksStanding } from '@/lib/db/service/standing'
import { overdueAt } from '../worklist'

/** So many of the last backups are looked through for one that is whole. */
const BACKUPS = 20

/**
 * How the service stands, and what of it somebody should look at or act on.
 *
 * @param integrity how the chain was found to hold, `null` where nobody could look.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function serviceStatus(_admin: Admin, integrity: IntegrityStanding | null, at: Date = new Date()) {
  const standing = { ...(await standingAt(at)), integrity }
  return { at: at.toISOString(), standing, judged: judgeService(standing) }
}

/**
 * How the service stands at an instant, in figures: no names of people, and so nobody has to be signed in.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function standingAt(at: Date): Promise<ServiceStanding> {
  const [newest, serving, database, replicas, webhooks, backup, overdue] = await Promise.all([
    headRevision(),
    instances(),
    databaseStanding(),
    replicasStanding(),
    webhooksStanding(),
    backupAt(at),
    overdueAt(at),
  ])
  const told = serving.map(({ startedAt, ...one }) => ({ ...one, startedAt: startedAt.toISOString() }))
  return { newest, instances: told, database, replicas, webhooks, backup, overdue, integrity: null }
}

async function backupAt(at: Date): Promise<BackupStanding> {
  const notes = await lastBackups(BACKUPS)
  const whole = notes.find((note) => note.whole)
  const ageOf = (ended: Date) => Math.max(0, (at.getTime() - ended.getTime()) / 1000)
  return {
    last: whole?.whole
      ? { age: ageOf(whole.endedAt), at: whole.endedAt.toISOString(), revision: whole.revision, bytes: whole.bytes }
      : null,
    failedSince: notes[0]?.whole === false,
  }
}
