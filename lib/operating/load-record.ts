import { printedChange } from '@/lib/contract/record/file-format'
import { say } from '@/lib/contract/words/catalogue'
import { type AppendRefusal, appendRevision } from '@/lib/db/append'
import { type Database, newestRevision, openDatabase } from '@/lib/db/connection'
import { revisionDigest } from '@/lib/formats/revision-digest'
import { changesThatRecord } from '@/lib/ledger/change'
import { ok, type Result } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { onOneConnection } from './one-connection'
import { readRecordFiles } from './record-files'
import { inProject } from './root'

/**
 * Makes the files of the record revision 1 of an empty database. Where a revision stands already, nothing is read and
 * nothing changes; of many that load at once, one does, and the others wait for it, however long it takes, and find it done.
 *
 * @param connection `url`: a migrated database. `folder`: where the ten files are, `prisma/data` unless told otherwise.
 * @returns whether it was loaded now, and the newest revision; or what is wrong with the files, one line a problem.
 */
export async function loadRecord(connection: {
  readonly url: string
  readonly folder?: string
}): Promise<Result<{ readonly loaded: boolean; readonly revision: number }, readonly string[]>> {
  const database = openDatabase(connection.url, 1)
  try {
    const head = await newestRevision(database)
    if (head !== null) return ok({ loaded: false, revision: head })
    return await inTurn(connection.url, () => load(database, connection.folder ?? inProject('prisma/data')))
  } finally {
    await database.close()
  }
}

/** On a connection of its own, which waits without end: those of the application give up a question after some seconds. */
function inTurn<Value>(url: string, work: () => Promise<Value>): Promise<Value> {
  return onOneConnection(url, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('loading the record'))")
    return work()
  })
}

async function load(database: Database, folder: string): ReturnType<typeof loadRecord> {
  const head = await newestRevision(database)
  if (head !== null) return ok({ loaded: false, revision: head })
  const record = await readRecordFiles(folder)
  return record.ok ? ok(await append(database, record.value)) : record
}

async function append(database: Database, record: WholeRecord): Promise<{ loaded: boolean; revision: number }> {
  const changes = changesThatRecord(record)
  const first: Omit<Revision, 'hash'> = {
    number: 1,
    kind: 'addition',
    author: say('record.load.author'),
    reason: say('record.load.reason', { records: changes.length }),
    recordedAt: new Date().toISOString(),
    previousHash: null,
  }
  const hash = revisionDigest(first, changes.map(printedChange))
  const appended = await appendRevision(database, { ...first, hash }, changes)
  return appended.ok ? { loaded: true, revision: 1 } : { loaded: false, revision: headOf(appended.refusal) }
}

function headOf({ head }: AppendRefusal): number {
  if (head === null) throw new TypeError('the first revision was refused on an empty record')
  return head
}
