import pg from 'pg'
import { Failure } from '../failure'
import { HISTORY, type Sequence, sequencesOf, type Table, tablesOf } from './tables'

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
}

/** Whatever the server's or the user's own settings are, values are written in one way, and nothing is cut off by a clock. */
export const SETTINGS = `
  set datestyle = 'ISO'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 3;
  set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`

/**
 * Does some work on a database as it stands when the work begins. Editors publish and readers read meanwhile: what is locked is
 * only that a table changes its shape.
 *
 * @throws {Failure} when nothing is recorded there.
 */
export async function atOneMoment<Value>(url: string, work: (moment: Moment) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url, application_name: 'sluice backup' })
  await client.connect()
  try {
    await client.query(SETTINGS)
    await client.query('begin transaction isolation level repeatable read read only')
    const tables = await tablesOf(client)
    if (!tables.some(({ name }) => name === 'public.revision')) throw new Failure(NOTHING)
    await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`)
    const head = await headOf(client)
    if (head === undefined) throw new Failure(NOTHING)
    return await work({ client, head, tables, ...(await versionOf(client)), ...(await besides(client, tables)) })
  } finally {
    await client.end()
  }
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

async function besides(client: pg.ClientBase, tables: readonly Table[]) {
  const migrated = tables.some(({ name }) => name === HISTORY)
  const { rows } = migrated
    ? await client.query<{ name: string; checksum: string }>(
        `select migration_name as name, checksum from ${HISTORY}
         where finished_at is not null and rolled_back_at is null order by migration_name`,
      )
    : { rows: [] }
  return { sequences: await sequencesOf(client), migrations: rows }
}
