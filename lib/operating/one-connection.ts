import pg from 'pg'
import { asking, isDatabaseAway } from '@/lib/db/away'
import { Failure, reasonOf } from './failure'

/** What cuts work off by the clock, each of which a server, a database or a user may have a time of its own for. */
const NO_CLOCK = `select set_config(name, '0', false) from pg_settings where name in
  ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout')`

/**
 * Does some work on a connection of its own, which is ended then, and with it every lock that it took. However long the work
 * takes, no clock of the server's cuts it off.
 *
 * @param name what the server calls the connection by.
 */
export async function onOneConnection<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
  name?: string,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url, ...(name === undefined ? {} : { application_name: name }) })
  // Where the server ends it between two questions, the next one is told: without a listener the process would end at once.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(NO_CLOCK)
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Does some work, and tells in a sentence where the database went away meanwhile.
 *
 * @param consequence what became of the work then.
 * @throws {Failure} where it did.
 */
export async function whileItAnswers<Value>(work: () => Promise<Value>, consequence: string): Promise<Value> {
  try {
    return await asking(work)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    const reason = reasonOf(error instanceof Error ? error.cause : error)
    throw new Failure(`The database went away (${reason}): ${consequence}`, { cause: error })
  }
}
