import { inProject } from '@/lib/operating/root'
import { newDatabase, startSluice } from './sluice'
import { startThrowAwayPostgres } from './throw-away-postgres'

/** What the server says while it serves, for tests that want it silent. */
export const serverLog = inProject('.cache/tests/server.log')

/**
 * Starts Sluice as `npm start` does, from a build of its own, on a new database with the record; and ends it as Ctrl-C
 * does. A server that already answers at TEST_SERVER_URL is used as it is.
 *
 * Whoever needs a Sluice of their own finds one PostgreSQL for all of them at TEST_POSTGRES_URL.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const postgres = given ? null : await startThrowAwayPostgres()
  process.env['TEST_POSTGRES_URL'] = given ?? postgres?.url('postgres') ?? ''
  try {
    const stop = await startForAll(given)
    return async () => {
      await stop().finally(() => postgres?.remove())
    }
  } catch (error) {
    await postgres?.remove()
    throw error
  }
}

async function startForAll(given: string | undefined): Promise<() => Promise<void>> {
  const address = new URL(process.env['TEST_SERVER_URL'] ?? '')
  if (await answers(address)) return () => Promise.resolve()

  const database = given ? await newDatabase(given) : null
  const { hostname: host, port } = address
  const settings = { SECURITY_CONTACT: 'mailto:security@sluice.example' }
  const sluice = await startSluice({ host, port, databaseUrl: database?.url, log: serverLog, settings })
  return async () => {
    await sluice.stop().finally(() => database?.drop())
  }
}

async function answers(address: URL): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  )
}
