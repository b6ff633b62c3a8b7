import path from 'node:path'
import { clientIsStale, generateClient } from '../client'
import { type Configuration, readConfiguration } from '../configuration'
import { type Database, joinDatabase } from '../database'
import { Failure } from '../failure'
import { step } from '../progress.mjs'
import { onStop } from '../stopping.mjs'

/**
 * Backs the database up, beside a running server or without one.
 *
 * @param words the file to write; none for one in the data folder, under a name that tells when it was taken.
 * @throws {Failure} with a sentence for the operator.
 */
export async function backUpDatabase(words: readonly string[]): Promise<void> {
  const [named, ...more] = words
  if (more.length > 0) throw new Failure('Name one file, as in “npm run backup -- /backups/sluice.jsonl.gz”, or none.')
  const { configuration, database } = await opened()
  const wanted =
    named === undefined ? { folder: path.join(configuration.dataDir, 'backups') } : { file: path.resolve(named) }
  // Imported late, as the check after a restore is: they need the database client to be written.
  const { backUp } = await import('./back-up')
  const { file, head, bytes, others } = await step('Backing up', () => backUp(database.url, wanted))
  await database.stop()
  console.log(`Backed up through revision ${head.number} (${head.hash}):\n  ${file} (${sizeOf(bytes)})`)
  const left = [...others.tables.map(nameOf), ...others.schemas.map((name) => `the schema ${name}`)]
  if (left.length > 0) console.log(`Left out, because somebody else made it: ${left.join(', ')}.`)
}

function nameOf(name: string): string {
  return name.replace(/^public\./, '')
}

/**
 * Puts a backup back into an empty database.
 *
 * @param words the file to read.
 * @throws {Failure} with a sentence for the operator.
 */
export async function restoreDatabase(words: readonly string[]): Promise<void> {
  const [named, ...more] = words
  if (named === undefined || more.length > 0) {
    throw new Failure('Name the backup to restore, as in “npm run restore -- /backups/sluice.jsonl.gz”.')
  }
  const { database } = await opened()
  const { restoreInto } = await import('./restore')
  const { revisions, hash, snapshots } = await step('Restoring', () => restoreInto(database.url, path.resolve(named)))
  await database.stop()
  console.log(`restored: ${revisions} revision(s), head ${hash}, ${snapshots} snapshot(s)`)
}

async function opened(): Promise<{ readonly configuration: Configuration; readonly database: Database }> {
  const read = readConfiguration(process.env)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))
  const database = await joinDatabase(read.value)
  onStop(database.stop)
  if (clientIsStale()) await step('Writing the database client', generateClient)
  return { configuration: read.value, database }
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
