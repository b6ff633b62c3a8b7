import 'server-only'
import type { Pool } from 'pg'
import { asking } from './away'
import { kept } from './client'
import { askingPrimary } from './readers'

/** A snapshot as it is kept: `payload` is the canonical JSON, `notes` how many versions its note has. */
export type StoredSnapshot = {
  readonly digest: string
  readonly id: string
  readonly payload: string
  /** The pinned path of the view that was frozen. */
  readonly address: string
  readonly madeAt: Date
  readonly notes: number
}

export type NewSnapshot = {
  readonly digest: string
  readonly id: string
  readonly payload: string
  readonly view: string
  readonly address: string
  readonly revision: number
}

/** The connections that may add a snapshot and count requests, for the library that counts. */
export function sharingPool(): Pool {
  return kept().sharing.pool
}

const COLUMNS = `digest, id, payload, address, made_at as "madeAt",
  (select coalesce(max(version), 0) from snapshot_note where snapshot = digest) as notes`

const BY = {
  id: { name: 'snapshot-by-id', text: `select ${COLUMNS} from snapshot where id = $1` },
  digest: { name: 'snapshot-by-digest', text: `select ${COLUMNS} from snapshot where digest = $1` },
} as const

/**
 * The snapshot with an id, or with a digest; `null` where there is none.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function findSnapshot(by: keyof typeof BY, name: string): Promise<StoredSnapshot | null> {
  const { rows } = await askingPrimary(({ pool }) => pool.query<StoredSnapshot>({ ...BY[by], values: [name] }))
  return rows[0] ?? null
}

/**
 * Keeps a snapshot where neither its digest nor its id is taken.
 *
 * @returns whether it was added.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function insertSnapshot(row: NewSnapshot): Promise<boolean> {
  const { digest, id, payload, view, address, revision } = row
  const added = await asking(() =>
    kept().sharing.pool.query(
      `insert into snapshot (digest, id, payload, view, address, revision) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [digest, id, payload, view, address, revision],
    ),
  )
  return added.rowCount === 1
}

/** A snapshot in a list; `made` is when, `after` of the next page is the last one's. */
export type ListedSnapshot = Omit<StoredSnapshot, 'payload' | 'notes'>

/**
 * Snapshots in the order in which they were made, a page at a time.
 *
 * @param after the one before the first that is wanted; `null` for the beginning.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function snapshotsAfter(
  after: Pick<ListedSnapshot, 'madeAt' | 'digest'> | null,
  most: number,
): Promise<readonly ListedSnapshot[]> {
  const { rows } = await asking(() =>
    kept().database.pool.query<ListedSnapshot>(
      `select digest, id, address, made_at as "madeAt" from snapshot
       where ($1::timestamptz is null or (made_at, digest) > ($1, $2)) order by made_at, digest limit $3`,
      [after?.madeAt ?? null, after?.digest ?? '', most],
    ),
  )
  return rows
}

/** What somebody of the record says of a snapshot; `byName` is the name that they chose to show. */
export type SnapshotNote = {
  readonly version: number
  readonly title: string
  readonly note: string
  readonly byName: string | null
  readonly at: string
}

/**
 * Every version of the note on a snapshot, the newest first.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function notesOn(digest: string): Promise<readonly SnapshotNote[]> {
  const { rows } = await asking(() =>
    kept().database.pool.query<Omit<SnapshotNote, 'at'> & { readonly at: Date }>(
      `select version, title, note, by_name as "byName", at from snapshot_note
       where snapshot = $1 order by version desc`,
      [digest],
    ),
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
