import { inProject } from '@/lib/operating/root'
import { newDatabase, startSluice } from './sluice'

/** What the server says while it serves, for tests that want it silent. */
export const serverLog = inProject('.cache/tests/server.log')

/**
 * Starts Sluice as `npm start` does, from a build of its own, on a new database with the record; and ends it as Ctrl-C
 * does. A server that already answers at TEST_SERVER_URL is used as it is.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const address = new URL(process.env['TEST_SERVER_URL'] ?? '')
  if (await answers(address)) return () => Promise.resolve()

  const given = process.env['TEST_DATABASE_URL']
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
