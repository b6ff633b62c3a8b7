import { readConfiguration } from './configuration'
import { openDatabase } from './database'
import { Failure } from './failure'
import { step } from './progress.mjs'
import { onStop } from './stopping.mjs'
import { verifyChain } from './verify-chain'

/**
 * Computes every revision's hash again from the stored rows and says whether the chain holds.
 *
 * @throws {Failure} naming the first revision that does not.
 */
export async function checkRecordInDatabase(): Promise<void> {
  const read = readConfiguration(process.env)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))
  const database = await openDatabase(read.value)
  onStop(database.stop)

  const chain = await step('Computing every hash again', () => verifyChain(database))
  await database.stop()
  if (!chain.ok) {
    throw new Failure(`Revision ${chain.refusal.brokenAt} does not have the hash of what is stored: it was changed.`)
  }
  console.log(`The chain holds: ${chain.value.revisions} revision(s), each with the hash of its content.`)
}
