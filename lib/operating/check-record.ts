import pg from 'pg'
import { over, settingsOf } from '@/lib/db/connection'
import { clientIsStale, generateClient } from './client'
import { readConfiguration } from './configuration'
import { joinDatabase } from './database'
import { Failure } from './failure'
import { checkIntegrity, type Report } from './integrity/check'
import { type Held, heldAgainst } from './integrity/expected'
import { step } from './progress.mjs'
import { onStop } from './stopping.mjs'

/** A check reads a large record as long as that takes, one table after the other. */
const CONNECTIONS = 2

/**
 * Holds the whole record against itself, beside a running server or without one, and against what somebody noted of it before:
 * `--expect=<hash>` of a revision, `--against=<file>` of lines that were had from `/data/revisions.jsonl`. Nothing is written.
 *
 * @throws {Failure} when anything is not as it was written; every finding is printed before.
 */
export async function checkRecordInDatabase(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  const held = readWords(words)
  const read = readConfiguration(process.env)
  if (!read.ok) throw new Failure(['The configuration is not right:', ...read.refusal].join('\n  - '))
  const database = await joinDatabase(read.value)
  onStop(database.stop)
  if (clientIsStale()) await step('Writing the database client', generateClient)
  const opened = over(new pg.Pool({ ...settingsOf(database.url, 'sluice_application', CONNECTIONS), query_timeout: 0 }))
  try {
    const report = await step('Holding every row against its hash and its seal', () =>
      checkIntegrity((question) => question(opened)),
    )
    const besides = await heldAgainst((question) => question(opened), held)
    tell(report, besides)
  } finally {
    await opened.close()
    await database.stop()
  }
}

function tell({ revisions, head, findings, more }: Report, besides: readonly string[]): void {
  const sentences = [...findings.map(({ says }) => says), ...besides]
  for (const sentence of sentences) console.log(sentence)
  if (more > 0) console.log(`and ${more} more.`)
  const count = sentences.length + more
  if (count > 0) throw new Failure(`The record is not as it was written: ${count} finding(s), see above.`)
  console.log(
    `The chain holds: ${revisions} revision(s), each with the hash of its content, and every row as it entered.`,
  )
  if (head !== null) console.log(`The newest is revision ${head.number}, ${head.hash}.`)
  console.log(
    'Whoever can write to the database can also cut off its end or make all hashes anew: note the newest hash',
  )
  console.log('elsewhere, and ask with --expect=<hash> or --against=<file> whether the record still has it.')
}

function readWords(words: readonly string[]): Held {
  const held: { expect: string | null; against: string | null } = { expect: null, against: null }
  for (const word of words) {
    const [, name, value] = /^--(expect|against)=(.+)$/s.exec(word) ?? []
    if (value === undefined)
      throw new Failure(`“${word}” is not known here: there are --expect=<hash> and --against=<file>.`)
    if (name === 'expect') held.expect = value.toLowerCase()
    else held.against = value
  }
  if (held.expect !== null && !/^[0-9a-f]{64}$/.test(held.expect)) {
    throw new Failure(`“${held.expect}” is no hash: one has 64 signs, 0 to 9 and a to f.`)
  }
  return held
}
