import type pg from 'pg'
import { Failure } from '../failure'
import { madeBy } from '../migrate'
import { onOneConnection } from '../one-connection'
import { inProject } from '../root'
import { HISTORY, type Others, othersBeside, type Sequence, sequencesOf, type Table, tablesOf } from './tables'

/** A revision by its number and its hash. */
export type Head = { readonly number: number; readonly hash: string }

/** A database as it stood at one moment, whatever is published meanwhile. */
export type Moment = {
  readonly client: pg.Client
  readonly head: Head
  /** The version of the server, `18.4`, and its first number. */
  readonly postgres: string
  readonly major: number
  readonly tables: readonly Table[]
  readonly sequences: readonly Sequence[]
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
  /** What somebody else keeps in the database, which is no part of a backup. */
  readonly others: Others
}

/** Whatever the server's or the user's own settings are, values are written in one way. */
export const SETTINGS = `
  set datestyle = 'ISO'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 3;
  set bytea_output = 'hex'`

/**
 * Does some work on a database as it stands when the work begins. Editors publish and readers read meanwhile: what is locked is
 * only that a table changes its shape.
 *
 * @throws {Failure} when nothing is recorded there.
 */
export async function atOneMoment<Value>(url: string, work: (moment: Moment) => Promise<Value>): Promise<Value> {
  const read = async (client: pg.Client): Promise<Value> => {
    await client.query(SETTINGS)
    await client.query('begin transaction isolation level repeatable read read only')
    const found = await tablesOf(client)
    if (!found.some(({ name }) => name === 'public.revision')) throw new Failure(NOTHING)
    const migrations = await migrationsOf(client, found)
    const made = madeBy(
      inProject('prisma/migrations'),
      migrations.map(({ name }) => name),
    )
    const tables = found.filter(({ name }) => made?.has(name) ?? true)
    await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`)
    const head = await headOf(client)
    if (head === undefined) throw new Failure(NOTHING)
    const sequences = await sequencesOf(client, tables)
    const others = await othersBeside(client, made)
    return work({ client, head, tables, sequences, migrations, others, ...(await versionOf(client)) })
  }
  return onOneConnection(url, read, 'sluice backup')
}

const NOTHING = 'Nothing is recorded in this database yet: there is nothing to back up.'

/** The newest revision, where there is one. */
export async function headOf(client: pg.ClientBase): Promise<Head | undefined> {
  const { rows } = await client.query<Head>('select number, hash from public.revision order by number desc limit 1')
  return rows[0]
}

/** The version of the server that answers. */
export async function versionOf(client: pg.ClientBase): Promise<Pick<Moment, 'postgres' | 'major'>> {
  const { rows } = await client.query<{ name: string; number: number }>(
    "select current_setting('server_version') as name, current_setting('server_version_num')::integer as number",
  )
  return { postgres: rows[0]?.name ?? '', major: Math.floor((rows[0]?.number ?? 0) / 10_000) }
}

async function migrationsOf(client: pg.Client, tables: readonly Table[]): Promise<Moment['migrations']> {
  if (!tables.some(({ name }) => name === HISTORY)) return []
  const { rows } = await client.query<Moment['migrations'][number]>(
    `select migration_name as name, checksum from ${HISTORY}
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  )
  return rows
}
