import { access } from 'node:fs/promises'
import pg from 'pg'
import { over, settingsOf } from '@/lib/db/connection'
import { codeOf, Failure } from '../failure'
import { checkIntegrity } from '../integrity/check'
import { migrate } from '../migrate'
import { onOneConnection, whileItAnswers } from '../one-connection'
import { inProject } from '../root'
import { onEmptyDatabase } from './empty-database'
import { loadJsonLines } from './json-lines/load'
import { mustBeWhole } from './json-lines/read'
import { headOf } from './moment'
import { putBack } from './pg-tools/put-back'
import { kindOf } from './places'

/** What stands in a database after a backup was put back. */
export type Restored = { readonly revisions: number; readonly hash: string; readonly snapshots: number }

/**
 * Puts a backup back into an empty database, whole or not at all, brings its tables up to this release, and holds every row against
 * its hash and its seal.
 *
 * @throws {Failure} with a sentence for the operator: the database is not empty, the file is not whole, the record in it is not as it was written.
 */
export async function restoreInto(url: string, file: string): Promise<Restored> {
  const kind = kindOf(file)
  await access(file).catch((cause) => {
    throw new Failure(`${file} cannot be read (${codeOf(cause)}).`, { cause })
  })
  const put = async (client: pg.Client): Promise<void> => {
    if (kind === 'pg-dump') return putBack(client, url, file)
    await mustBeWhole(file) // a long restore that is undone at its end would cost an operator hours
    await loadJsonLines(client, file)
  }
  await whileItAnswers(() => onEmptyDatabase(url, put), 'nothing was restored. Try again.')
  await migrate(url, inProject('prisma/migrations'))

  await mustHold(url)
  return counted(url)
}

/** A backup of a record that had been tampered with goes back as it is, and is told as what it is. */
async function mustHold(url: string): Promise<void> {
  const database = over(new pg.Pool({ ...settingsOf(url, 'sluice_application', 2), query_timeout: 0 }))
  try {
    const { findings, more } = await checkIntegrity((question) => question(database))
    const [first] = findings
    if (first === undefined) return
    throw new Failure(
      `The backup was put back as it was taken, and the record in it is not as it was written (${findings.length + more} ` +
        `finding(s)). The first: ${first.says} “npm run record:check” names them. Look at an older backup too.`,
    )
  } finally {
    await database.close()
  }
}

function counted(url: string): Promise<Restored> {
  return onOneConnection(url, async (client) => {
    const head = await headOf(client)
    if (head === undefined) throw new Failure('The backup holds no revision: it is none of a record.')
    const { rows } = await client.query<{ count: number }>('select count(*)::integer as count from public.snapshot')
    return { revisions: head.number, hash: head.hash, snapshots: rows[0]?.count ?? 0 }
  })
}
