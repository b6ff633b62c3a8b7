import { clientIsStale, generateClient } from './client'
import { readConfiguration } from './configuration'
import { joinDatabase } from './database'
import { Failure } from './failure'
import { step } from './progress.mjs'
import type { Recomputed } from './recompute-snapshots'
import { onStop } from './stopping.mjs'

/** More differences of one snapshot than these are counted, not listed. */
const LISTED = 20

/**
 * Works every snapshot out again under the present rules and words, beside a running server or without one, and lists what
 * reads otherwise; it writes nothing. That something does is no failure: it is what snapshots are for.
 *
 * @throws {Failure} when a snapshot is not what was frozen.
 */
export async function checkSnapshots(): Promise<void> {
  const read = readConfiguration(process.env)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))
  const database = await joinDatabase(read.value)
  onStop(database.stop)
  if (clientIsStale()) await step('Writing the database client', generateClient)
  process.env['DATABASE_URL'] = database.url
  // Imported late: they need the database client to be written.
  const { recomputeSnapshots } = await import('./recompute-snapshots')
  const { closeDatabase } = await import('@/lib/db/client')
  const counts = { same: 0, otherwise: 0, unanswered: 0, broken: 0 }
  for await (const one of recomputeSnapshots()) {
    counts[one.reads] += 1
    if (one.reads !== 'same') console.log(told(one))
  }
  await closeDatabase()
  await database.stop()
  const { same, otherwise, unanswered, broken } = counts
  console.log(`${same + otherwise + unanswered + broken} snapshot(s): ${same} read the same, ${otherwise} otherwise,`)
  console.log(`${unanswered} cannot be asked any more, ${broken} are not what was frozen or cannot be read.`)
  if (broken > 0) throw new Failure(`${broken} snapshot(s) are not shown to anybody: see above.`)
}

/** What one snapshot reads now, line by line. */
function told(one: Exclude<Recomputed, { readonly reads: 'same' }>): string {
  const head = `${one.id} ${one.address}`
  if (one.reads !== 'otherwise') return `${head}\n  ${one.reads}: ${one.why}`
  const lines = one.differences.slice(0, LISTED).map(({ at, before, after }) => {
    return `  ${at}: ${JSON.stringify(before) ?? 'nothing'} -> ${JSON.stringify(after) ?? 'nothing'}`
  })
  const more = one.differences.length - lines.length
  return [head, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
}
