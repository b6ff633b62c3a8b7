import type pg from 'pg'
import { Failure } from '../failure'
import { MIGRATION_LOCK } from '../migrate'
import { onOneConnection } from '../one-connection'
import { headOf } from './moment'
import { HISTORY, tablesOf } from './tables'

/** So many tables are named; all are counted. */
const NAMED = 5

/**
 * Does some work on a database that holds nothing yet. Whoever would migrate it meanwhile, because a server was started, waits.
 *
 * @throws {Failure} when something stands there; it says what.
 */
export async function onEmptyDatabase<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const onEmpty = async (client: pg.Client): Promise<Value> => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const found = await contentsOf(client)
    if (found !== null) {
      throw new Failure(
        `The database is not empty: it holds ${found}. A backup goes into an empty one alone: create one and name it in ` +
          'DATABASE_URL, or name a new folder in DATA_DIR.',
      )
    }
    return work(client)
  }
  return onOneConnection(url, onEmpty, 'sluice restore')
}

/** What a database holds where a record would go, in words; `null` while that is empty. Other schemas are no concern of ours. */
async function contentsOf(client: pg.Client): Promise<string | null> {
  const tables = (await tablesOf(client)).map(({ name }) => name)
  if (tables.includes('public.revision')) {
    const head = await headOf(client)
    if (head !== undefined) return `a record, at revision ${head.number}`
  }
  const names = tables.filter((name) => name !== HISTORY).sort()
  if (tables.length > 0) {
    const more = names.length - NAMED
    const named = names.slice(0, NAMED).map((name) => name.replace(/^public\./, ''))
    return `${tables.length} table(s): ${named.join(', ')}${more > 0 ? ' …' : ''}`
  }
  const { rows } = await client.query(
    `select from pg_namespace
     where nspname = 'search'`,
  )
  return rows.length > 0 ? 'the schema search' : null
}
