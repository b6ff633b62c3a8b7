import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** @typedef {{ lacks: 'start' | 'database' | 'tables' | 'record' | 'stopping', says: string }} Lack */

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

/** Who asks waits no longer than this: whoever asks asks again. */
const PATIENCE_MS = 2_000

/** A user that owns nothing may ask as readers do; one that may ask anyway asks as it is, also while no table is there. */
const TAKE_ON_READERS = `
  select set_config('role', rolname, false) from pg_roles
  where rolname = 'sluice_reader'
    and not has_table_privilege(to_regclass('public.revision'), 'SELECT')
    and pg_has_role(
      session_user, oid, case when current_setting('server_version_num')::integer < 160000 then 'MEMBER' else 'SET' end
    )`

/**
 * What this server lacks to answer readers, in words for who operates it; none of them a secret.
 *
 * One question is under way at a time: however often it is asked, the database has one more connection, and no more work.
 *
 * @param {string} url of the database
 * @param {string} folder with the migrations of this version
 */
export function readinessOf(url, folder = MIGRATIONS) {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    onConnect: (client) => client.query(TAKE_ON_READERS),
  })
  pool.on('error', () => undefined) // a connection that breaks unused is replaced when it is asked for
  /** @type {Promise<Lack[]> | null} */
  let asking = null
  return {
    /** @returns {Promise<Lack[]>} */
    lacking() {
      asking ??= ask(pool, folder).finally(() => {
        asking = null
      })
      return asking
    },
    end: () => pool.end(),
  }
}

/**
 * @param {pg.Pool} pool
 * @param {string} folder
 * @returns {Promise<Lack[]>}
 */
async function ask(pool, folder) {
  const wanted = namesIn(folder)
  try {
    const { rows: applied } = await pool.query(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    // Tables may be newer: while a release goes out, the versions before and after it serve side by side.
    const missing = wanted.filter((name) => !applied.some((row) => row.migration_name === name))
    if (missing.length > 0) return [tables(missing)]
    const { rows: revisions } = await pool.query('select 1 from revision limit 1')
    return revisions.length > 0 ? [] : [{ lacks: 'record', says: 'The record is not loaded yet.' }]
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error)
    if (code === '42P01') return [tables(wanted)] // there is no such table
    return [{ lacks: 'database', says: 'The database does not answer.' }]
  }
}

/**
 * @param {readonly string[]} missing
 * @returns {Lack}
 */
function tables(missing) {
  return { lacks: 'tables', says: `The database lacks ${missing.length} of this version’s migrations.` }
}

/** @param {string} folder */
function namesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
