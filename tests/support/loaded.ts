import pg from 'pg'
import { runNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { newDatabase, type TestDatabase } from './sluice'

/**
 * A new database that holds the record already, for whoever starts Sluice and does not test how that brings it about: copied
 * from one that the first caller makes.
 *
 * @param server a PostgreSQL that goes away with the run.
 */
export async function loadedDatabase(server: string): Promise<TestDatabase> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    // Under a lock and named at the end: callers that come at once share one, and only a whole one.
    await client.query('select pg_advisory_lock(20250404)')
    const found = await client.query('select from pg_database where datname = $1', [TEMPLATE])
    if (found.rowCount === 0) await makeTemplate(server, client)
  } finally {
    await client.end()
  }
  return newDatabase(server, TEMPLATE)
}

/**
 * A new database on the PostgreSQL of this run. It holds the record already, but for one that was given to the run: what is given
 * stays when the run is over, and nothing is left there to copy from.
 */
export function databaseOfTheRun(): Promise<TestDatabase> {
  const given = process.env['TEST_DATABASE_URL']
  return given ? newDatabase(given) : loadedDatabase(process.env['TEST_POSTGRES_URL'] ?? '')
}

const TEMPLATE = 'sluice_e2e_template'

async function makeTemplate(server: string, client: pg.Client): Promise<void> {
  const { url } = await newDatabase(server)
  const { code, output } = await runNode(['--conditions=react-server', inProject('tests/support/loading.mjs'), url])
  if (code !== 0) throw new Error(`the record was not loaded:\n${output}`)
  await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${TEMPLATE}`)
}
