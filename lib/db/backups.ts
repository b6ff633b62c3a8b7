import 'server-only'
import type pg from 'pg'
import { asking } from './away'
import { kept } from './client'

/** How a backup was written: by PostgreSQL's own `pg_dump`, or by us as JSON Lines. */
export type BackupKind = 'pg-dump' | 'json-lines'

/** A backup that was taken, or why it was not. */
export type BackupNote = {
  readonly beganAt: Date
  readonly endedAt: Date
  readonly kind: BackupKind
} & (
  | { readonly whole: true; readonly revision: number; readonly bytes: number }
  | { readonly whole: false; readonly why: string }
)

type Row = {
  readonly began_at: Date
  readonly ended_at: Date
  readonly kind: BackupKind
  readonly revision: number | null
  readonly bytes: string | null
  readonly why: string | null
}

/**
 * The backups that were tried last, the newest first. One that was killed in the middle left no note.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function lastBackups(most: number): Promise<readonly BackupNote[]> {
  const { rows } = await asking(() =>
    kept().editors.pool.query<Row>(
      'select began_at, ended_at, kind, revision, bytes, why from backup_taken order by id desc limit $1',
      [most],
    ),
  )
  return rows.map(noteOf)
}

function noteOf({ began_at: beganAt, ended_at: endedAt, kind, revision, bytes, why }: Row): BackupNote {
  const when = { beganAt, endedAt, kind }
  if (why !== null || revision === null) return { ...when, whole: false, why: why ?? '' }
  return { ...when, whole: true, revision, bytes: Number(bytes) }
}

/**
 * Writes down how a backup ended, over a connection with the rights of the user that migrates: no page may. A database that has
 * no such table yet, because a release before this one migrated it last, is backed up all the same.
 */
export async function noteBackup(connection: Pick<pg.ClientBase, 'query'>, note: BackupNote): Promise<void> {
  const found = await connection.query("select from pg_class where oid = to_regclass('public.backup_taken')")
  if (found.rowCount === 0) return
  const { beganAt, endedAt, kind } = note
  const [revision, bytes, why] = note.whole ? [note.revision, note.bytes, null] : [null, null, note.why]
  await connection.query(
    'insert into backup_taken (began_at, ended_at, kind, revision, bytes, why) values ($1, $2, $3, $4, $5, $6)',
    [beganAt, endedAt, kind, revision, bytes, why],
  )
}
