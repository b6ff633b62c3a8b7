import path from 'node:path'
import pg from 'pg'
import type { Configuration } from './configuration'
import { ensureDatabase, runningUrl, startEmbeddedPostgres } from './embedded-postgres'
import { codeOf, Failure, reasonOf } from './failure'
import { readinessOf } from './front/readiness.mjs'
import { type Logins, lendRoles, mustOwnNothingThemselves, ownLogins } from './logins'
import { onOneConnection } from './one-connection'

/** The database of this run, for the user that owns its tables. `ended` never resolves for one that is not ours. */
export type Database = {
  readonly url: string
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * The embedded database, started; or the one DATABASE_URL names, asked whether it answers.
 *
 * @throws {Failure} with a sentence for the operator.
 */
export async function openDatabase(configuration: Configuration): Promise<Database> {
  const { databaseUrl, migratorUrl } = configuration
  if (databaseUrl !== null) {
    await ask(migratorUrl ?? databaseUrl)
    return { url: migratorUrl ?? databaseUrl, ended: new Promise(() => undefined), stop: () => Promise.resolve() }
  }
  const server = await startEmbeddedPostgres({ folder: folderOf(configuration) })
  await ensureDatabase(server, 'sluice')
  return { url: server.url('sluice'), ended: server.ended, stop: server.stop }
}

/**
 * The same for a command that may run beside a server: where one runs on the embedded database, that is used and left
 * running; where none does, it is started for the command.
 */
export async function joinDatabase(configuration: Configuration): Promise<Database> {
  if (isPreparedElsewhere(configuration)) {
    throw new Failure('This asks the database as the user that owns the tables: name it in DATABASE_MIGRATOR_URL.')
  }
  const running = configuration.databaseUrl === null ? runningUrl(folderOf(configuration), 'sluice') : undefined
  if (running === undefined) return openDatabase(configuration)
  return { url: running, ended: new Promise(() => undefined), stop: () => Promise.resolve() }
}

/**
 * Whether two users are named that own nothing, and not the one that does: then something else migrates and lends the roles
 * beforehand (`npm run migrate`), and nothing that serves ever has the owner's address, not even while it starts.
 */
export function isPreparedElsewhere({ migratorUrl, readerUrl }: Configuration): boolean {
  return migratorUrl === null && readerUrl !== null
}

/**
 * Where the server finds a migrated database: as users that own nothing in it, but where DATABASE_URL alone names one.
 *
 * @throws {Failure} where the users that the operator named cannot be given their roles, or have more rights than those; and
 *   where something else prepares the database, and has not yet.
 */
export async function loginsOf(configuration: Configuration, { url }: Database): Promise<Logins> {
  const { databaseUrl, migratorUrl, readerUrl } = configuration
  if (databaseUrl === null) return ownLogins(url)
  const logins = { url: databaseUrl, readerUrl: readerUrl ?? databaseUrl }
  if (isPreparedElsewhere(configuration)) await mustBePrepared(logins)
  if (migratorUrl === null) return logins
  await lendRoles(migratorUrl, logins)
  for (const login of new Set([logins.url, logins.readerUrl])) await ask(login)
  return logins
}

async function mustBePrepared(logins: Logins): Promise<void> {
  await ask(logins.readerUrl)
  const readiness = readinessOf(logins.readerUrl)
  const lacking = await readiness.lacking().finally(readiness.end)
  if (lacking.length > 0) {
    throw new Failure(
      `The database is not prepared for this version (${lacking.map(({ says }) => says).join(' ')}): run “npm run migrate” with ` +
        'DATABASE_MIGRATOR_URL naming the user that owns the tables, then start again.',
    )
  }
  await mustOwnNothingThemselves(logins)
}

/** Whether anything is recorded. Asked here, without all that loading the record needs, so that a second start is quick. */
export function holdsRecord(url: string): Promise<boolean> {
  return holdsRow(url, 'revision')
}

/** Whether anybody may sign in. */
export function holdsPeople(url: string): Promise<boolean> {
  return holdsRow(url, 'person')
}

function holdsRow(url: string, table: 'revision' | 'person'): Promise<boolean> {
  return onOneConnection(url, async (client) => (await client.query(`select from ${table} limit 1`)).rowCount === 1)
}

function folderOf({ dataDir }: Configuration): string {
  return path.join(dataDir, 'postgres')
}

async function ask(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // where it is ended between two questions, the next one is told
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; name: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
    )
    const version = rows[0]
    if (version && version.number < 150_000) {
      throw new Failure(`DATABASE_URL names a PostgreSQL ${version.name}: Sluice needs 15 or newer.`)
    }
  } catch (error) {
    throw error instanceof Failure ? error : explain(error, new URL(url))
  } finally {
    await client.end().catch(() => undefined) // it may never have begun
  }
}

function explain(cause: unknown, url: URL): Failure {
  const place = `${url.hostname}:${url.port || 5432}`
  const user = decodeURIComponent(url.username)
  const name = decodeURIComponent(url.pathname.slice(1))
  return new Failure(complaint(codeOf(cause) || reasonOf(cause), place, user, name), { cause })
}

function complaint(code: string, place: string, user: string, name: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `No database answers at ${place}: start it, or put DATABASE_URL right.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database's host in DATABASE_URL is not known (${place}): put DATABASE_URL right.`
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'timeout expired':
      return `The database at ${place} cannot be reached: check the network, or put DATABASE_URL right.`
    case '28P01':
    case '28000':
    case 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string':
      return `The database at ${place} refuses the user “${user}”: check the user and the password in DATABASE_URL.`
    case '3D000':
      return `There is no database “${name}” at ${place}: create it, or put DATABASE_URL right.`
    case '57P03':
      return `The database at ${place} is starting or stopping: try again in a moment.`
    default:
      return `The database at ${place} does not let us in (${code}): put DATABASE_URL right.`
  }
}
