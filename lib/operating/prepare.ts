import { clientIsStale, generateClient } from './client'
import { readConfiguration } from './configuration'
import { type Database, holdsRecord, joinDatabase, loginsOf } from './database'
import { Failure } from './failure'
import { migrate } from './migrate'
import { step } from './progress.mjs'
import { inProject } from './root'
import { onStop } from './stopping.mjs'

/**
 * Makes a database ready to be served from, and ends: tables, roles and users, and the record where there is none. Then
 * servers are started that own nothing, and never have the address of who does.
 *
 * @throws {Failure} with a sentence for the operator.
 */
export async function prepareDatabase(): Promise<void> {
  const read = readConfiguration(process.env)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))
  const database = await joinDatabase(read.value)
  onStop(database.stop)
  await bringTablesUpToDate(database)
  if (clientIsStale()) await step('Writing the database client', generateClient)
  await loginsOf(read.value, database)
  await lookAfterRecord(database)
  await database.stop()
  console.log('The database is ready.')
}

/** Applies the migrations that are missing; of many that start at once one does, and the others wait. */
export async function bringTablesUpToDate({ url }: Pick<Database, 'url'>): Promise<void> {
  await step('Bringing the tables up to date', () => migrate(url, inProject('prisma/migrations')))
}

/** The record becomes revision 1 of an empty database. */
export async function lookAfterRecord({ url }: Pick<Database, 'url'>): Promise<void> {
  await step('Looking after the record', async () => {
    if (await holdsRecord(url)) return
    // Imported late: it needs the database client to be written.
    const { loadRecord } = await import('./load-record')
    const loaded = await loadRecord({ url })
    if (!loaded.ok) throw new Failure(['The record cannot be loaded:', ...loaded.refusal].join('\n  - '))
  })
}
