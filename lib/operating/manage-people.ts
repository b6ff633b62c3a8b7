import { clientIsStale, generateClient } from './client'
import { readConfiguration } from './configuration'
import { joinDatabase } from './database'
import { Failure } from './failure'
import { migrate } from './migrate'
import { readTask } from './people-words'
import { step } from './progress.mjs'
import { inProject } from './root'
import { onStop } from './stopping.mjs'

/**
 * Does what the words say, beside a running server or without one.
 *
 * @throws {Failure} with a sentence for the operator.
 */
export async function managePeople(words: readonly string[]): Promise<void> {
  const task = readTask(words)
  const read = readConfiguration(process.env)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))
  const { baseUrl, host, port } = read.value

  const database = await joinDatabase(read.value)
  onStop(database.stop)
  await step('Bringing the tables up to date', () => migrate(database.url, inProject('prisma/migrations')))
  if (clientIsStale()) await step('Writing the database client', generateClient)
  // Imported late: it needs the database client to be written.
  const { doWithPeople } = await import('./people-tasks')
  const said = await doWithPeople(database.url, task, baseUrl ?? `http://${host}:${port}`)
  await database.stop()
  console.log(said)
}
