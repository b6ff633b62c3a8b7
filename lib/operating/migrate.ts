import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { Failure, reasonOf } from './failure'
import { onOneConnection } from './one-connection'

/** The key of the advisory lock that `prisma migrate` takes, so that the two never run at once. */
export const MIGRATION_LOCK = 72707369

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
type Applied = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null }

/**
 * Applies the migrations that are missing, in the order of their names, each in its own transaction.
 *
 * It keeps Prisma's table, format and lock, so that `prisma migrate` may be used on the same database; it needs no
 * downloaded engine. A migration that fails leaves nothing behind and is tried again next time. Of many that start at once,
 * one migrates while the others wait. A database that the next release has migrated already is left as it is: two releases
 * run side by side while one takes over from the other (decision 43).
 *
 * @param folder holds one folder with a `migration.sql` for each migration.
 * @returns the names of the migrations applied now.
 * @throws {Failure} when a migration fails, was changed after it was applied, or is of another line than ours.
 */
export async function migrate(url: string, folder: string): Promise<readonly string[]> {
  const wanted = migrationsIn(folder)
  return onOneConnection(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(historyTable)
    const { rows } = await client.query<Applied>(
      'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
    )
    const missing = missingAmong(wanted, rows)
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  })
}

/**
 * Applies some migrations to an empty database, within a transaction of the caller's: what a backup was made of.
 *
 * @throws {Failure} when one of them is not in the folder, or is not what it was.
 */
export async function migrateWithin(
  client: pg.ClientBase,
  folder: string,
  wanted: readonly Pick<Migration, 'name' | 'checksum'>[],
): Promise<void> {
  const own = migrationsIn(folder)
  const same = wanted.map(({ name, checksum }) => {
    const found = own.find((one) => one.name === name)
    if (found?.checksum === checksum) return found
    throw new Failure(
      found === undefined
        ? `It has the migration ${name}, which this release does not know: use the release that wrote it, or a newer one.`
        : `It has the migration ${name} as it was before it was changed here: use the release that wrote it.`,
    )
  })
  await client.query(historyTable)
  for (const migration of same) await enter(client, migration)
}

/**
 * The tables and views that migrations make, by their names with their schemas.
 *
 * @param applied the names of the migrations that a database has.
 * @returns `null` where one of them is not in the folder: what it made cannot be told from what somebody else did.
 */
export function madeBy(folder: string, applied: readonly string[]): ReadonlySet<string> | null {
  const own = migrationsIn(folder)
  if (applied.some((name) => !own.some((one) => one.name === name))) return null
  const made = own.flatMap(({ sql }) => [...sql.matchAll(/^CREATE (?:TABLE|VIEW) (?:(\w+)\.)?(\w+)/gm)])
  return new Set(['public._prisma_migrations', ...made.map(([, schema = 'public', name]) => `${schema}.${name}`)])
}

function migrationsIn(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function missingAmong(wanted: readonly Migration[], history: readonly Applied[]): readonly Migration[] {
  const byName = new Map(history.map((row) => [row.migration_name, row]))
  const newest = wanted.filter(({ name }) => byName.has(name)).at(-1)?.name
  const unknown = history.find(
    ({ migration_name: name }) => !wanted.some((own) => own.name === name) && (newest === undefined || name < newest),
  )
  if (unknown) {
    throw new Failure(
      `The database has the migration ${unknown.migration_name}, which this version of Sluice does not know, among those ` +
        'it knows: use the version that wrote it, or a newer one.',
    )
  }
  return wanted.filter(({ name, checksum }) => {
    const row = byName.get(name)
    if (!row) return true
    if (row.finished_at === null) {
      throw new Failure(
        `The migration ${name} was begun elsewhere and not finished: run “npm run prisma -- migrate resolve”.`,
      )
    }
    if (row.checksum !== checksum) {
      throw new Failure(
        `The migration ${name} was changed after it was applied: restore the file, and add a new migration.`,
      )
    }
    return false
  })
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await enter(client, migration)
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined) // the connection itself may be what failed
    throw new Failure(`The migration ${migration.name} failed and was undone: ${reasonOf(cause)}`, { cause })
  }
}

async function enter(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql)
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
}

/** As `prisma migrate` makes it. */
const historyTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
