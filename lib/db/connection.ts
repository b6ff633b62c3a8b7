import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client'
import { type Pulse, pulseOf } from './pulse'

/** A database and the connections to it. Raw `pg` and Prisma share one bounded pool. */
export type Database = {
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
  /** Whether its server answers at all; see `whileItAnswers`. */
  readonly pulse: Pulse
  readonly close: () => Promise<void>
}

/** Few on purpose: an answer is kept once it is made, and the server of readers shares its database with editors. */
const CONNECTIONS = 6

/**
 * Whose rights a connection has: readers see what is published, who shares may add a snapshot besides, and the application
 * keeps drafts and appends revisions.
 */
export type DatabaseRole = 'sluice_reader' | 'sluice_sharing' | 'sluice_application'

/**
 * Opens a database; nothing is connected before the first question.
 *
 * Every connection takes on a role: that of readers, which cannot see a draft or a person, or that of the application,
 * which can neither delete nor change what is recorded. Where a host does not let this user make the role, the connection
 * keeps its own rights and the triggers guard the record.
 *
 * @param url `postgresql://user:password@host:port/database`.
 */
export function openDatabase(
  url: string,
  connections = CONNECTIONS,
  role: DatabaseRole = 'sluice_application',
): Database {
  return over(new pg.Pool(settingsOf(url, role, connections)))
}

/** How a pool of connections with the rights of a role is opened; see `openDatabase`. */
export function settingsOf(url: string, role: DatabaseRole, connections = CONNECTIONS): pg.PoolConfig {
  return {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 20_000,
    keepAlive: true,
    onConnect: (client) => takeOn(role, client),
  }
}

/** A database over a pool that was opened already, and is closed with it. */
export function over(pool: pg.Pool): Database {
  // A connection that breaks while nobody uses it is dropped and replaced; unheard, it would end the process.
  pool.on('error', () => undefined)
  // So would one that breaks in somebody's hands: whoever asks is told by the question that fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('connect', giveUpWhole)
  const pulse = pulseOf(pool)
  let client: PrismaClient | undefined // some twenty megabytes, which whoever asks in plain SQL alone does without
  return {
    pool,
    get prisma() {
      client ??= new PrismaClient({ adapter: new PrismaPg(pool) })
      return client
    },
    pulse,
    async close() {
      await pulse.end()
      await client?.$disconnect()
      await pool.end()
    },
  }
}

/** A connection as the pool has it: a client, which can be ended. */
type Ending = pg.PoolClient & { readonly end: () => Promise<void> }

/**
 * Ends a connection on which a question ran out of time: its answer may still come, and whatever was begun on it may still be
 * open. Given back to the pool, it would lend the next one who works on it a transaction that was given up, and commit both.
 */
function giveUpWhole(client: pg.PoolClient): void {
  client.query = ((...words: unknown[]) => {
    // The driver's own, looked up each time: whoever listens to it hears these questions too.
    const answer: unknown = Reflect.apply(pg.Client.prototype.query, client, words)
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === OUT_OF_TIME) void (client as Ending).end()
      })
    }
    return answer
  }) as typeof client.query
}

/** What `pg` says of a question that took longer than `query_timeout`. */
const OUT_OF_TIME = 'Query read timeout'

/** A revision by its number and the hash of all that it says and follows: who holds both knows of which record it speaks. */
export type Named = { readonly number: number; readonly hash: string }

/** Before any revision was seen. */
export const NONE_SEEN: Named = { number: 0, hash: '' }

/** Prepared once on each connection: every request for "now" asks it. */
const NEWEST = {
  name: 'newest-revision',
  text: `select number, hash, $1 = 0 or exists(select from revision where number = $1 and hash = $2) as stands
    from revision order by number desc limit 1`,
}

/**
 * The newest revision, `null` while nothing is recorded, and whether one that was seen before still stands in the record. Where
 * it does not, the database was put back or another took its place, and whatever was remembered by a number may be another's.
 */
export async function newestOf(
  { pool }: Database,
  seen: Named,
): Promise<{ readonly newest: Named | null; readonly stands: boolean }> {
  const { rows } = await pool.query<Named & { readonly stands: boolean }>({
    ...NEWEST,
    values: [seen.number, seen.hash],
  })
  const [found] = rows
  if (found === undefined) return { newest: null, stands: seen.number === 0 }
  return { newest: { number: found.number, hash: found.hash }, stands: found.stands }
}

/** The number of the newest revision, `null` while nothing is recorded. */
export async function newestRevision(database: Database): Promise<number | null> {
  return (await newestOf(database, NONE_SEEN)).newest?.number ?? null
}

/**
 * From PostgreSQL 16 on, a member of a role may take it on only where that was granted too. A database that was migrated
 * before the role was made has lent it nothing, so there it would read nothing.
 */
const TAKE_ON_THE_ROLE = `
  select set_config('idle_in_transaction_session_timeout', $2, false), (
    select set_config('role', rolname, false) from pg_roles
    where rolname = $1
      and has_table_privilege(oid, to_regclass('public.revision'), 'SELECT')
      and pg_has_role(
        session_user, oid, case when current_setting('server_version_num')::integer < 160000 then 'MEMBER' else 'SET' end
      )
  )`

/**
 * How long a transaction may wait for its next statement, in milliseconds. Whose line was cut without a word would hold the newest
 * revision until the system notices, which takes it two hours, and nobody else could publish.
 */
const IDLE_IN_TRANSACTION_MS = 30_000

async function takeOn(role: DatabaseRole, client: pg.ClientBase): Promise<void> {
  await client.query(TAKE_ON_THE_ROLE, [role, String(IDLE_IN_TRANSACTION_MS)])
}
