import pg from 'pg'
import { printedChange } from '@/lib/contract/record/file-format'
import { revisionDigest } from '@/lib/formats/revision-digest'
import { KINDS } from '@/lib/ledger/change'
import { GROWING, layAside } from './aside'
import { Copying } from './copy'
import type { Step } from './history'
import { rowsOf } from './rows'

/** What was loaded, and what the load spent its time on, in milliseconds. */
export type Loaded = {
  readonly revisions: number
  readonly changes: number
  readonly copied: number
  readonly indexed: number
  readonly documented: number
  readonly analysed: number
}

/**
 * Loads a history into a migrated database that holds no revision, with COPY: whole or not at all. What stands then is
 * what publishing each revision would have left: the chain of hashes, keys, versions with the revision that ended them,
 * citations, points, retirements and search documents, under the same guards and indexes.
 *
 * @param url for the user that migrated the database.
 * @throws {Error} when a revision stands already, or where the rows break a constraint.
 */
export async function loadHistory(url: string, steps: Iterable<Step>): Promise<Loaded> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    // Settings of this transaction alone: indexes are built from memory, and two at a time where the server has the means.
    await client.query(
      "set local maintenance_work_mem = '512MB'; set local work_mem = '256MB'; set local client_min_messages = warning",
    )
    const loaded = await loadWhole(client, steps)
    await client.query('commit')
    const began = performance.now()
    for (const table of [...GROWING, ...KINDS, 'revision']) await client.query(`vacuum analyze ${table}`)
    return { ...loaded, analysed: performance.now() - began }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function loadWhole(client: pg.Client, steps: Iterable<Step>): Promise<Omit<Loaded, 'analysed'>> {
  const { rowCount } = await client.query('select from revision')
  if (rowCount !== 0) throw new Error('the database holds a record already')
  const setUp = await layAside(client)
  const marks = [performance.now()]
  const mark = () => marks.push(performance.now())
  await client.query('create temporary table withdrawn (kind text, key text, revision integer) on commit drop')
  const counts = await copySteps(client, steps)
  await nameKeys(client)
  await endWhatWasSuperseded(client)
  mark()
  await writeDocuments(client)
  await client.query('select seal_the_record()')
  mark()
  await setUp()
  mark()
  const [copied = 0, documented = 0, indexed = 0] = marks.slice(1).map((at, place) => at - (marks[place] ?? 0))
  return { ...counts, copied, documented, indexed }
}

async function copySteps(client: pg.Client, steps: Iterable<Step>) {
  const copying = new Copying(client)
  let [previousHash, revisions, changed]: [string | null, number, number] = [null, 0, 0]
  for (const { revision, changes } of steps) {
    const next = { ...revision, previousHash }
    const hash: string = revisionDigest(next, changes.map(printedChange))
    await copying.put('revision', { ...next, hash })
    for (const change of changes) {
      const { kind, key, record } = change
      if (record === null) await copying.put('withdrawn', { kind, key, revision: revision.number })
      for (const { table, rows } of rowsOf(change, revision.number))
        for (const row of rows) await copying.put(table, row)
    }
    previousHash = hash
    revisions += 1
    changed += changes.length
  }
  await copying.sendAll()
  return { revisions, changes: changed }
}

/** A key keeps the revision that first used it. */
async function nameKeys(client: pg.Client): Promise<void> {
  for (const kind of KINDS) {
    await client.query(
      `insert into ${kind} (key, recorded_in) select key, min(recorded_in) from ${kind}_version group by key`,
    )
  }
}

/** A version ends with the next one of its key, or with what withdrew it; and what belongs to it ends with it. */
async function endWhatWasSuperseded(client: pg.Client): Promise<void> {
  for (const kind of KINDS) {
    await client.query(`
      update ${kind}_version as version set superseded_in = ended.by from (
        select key, recorded_in, lead(recorded_in) over (partition by key order by recorded_in) as by from (
          select key, recorded_in from ${kind}_version union all select key, revision from withdrawn where kind = '${kind}'
        ) as step
      ) as ended where ended.by is not null and version.key = ended.key and version.recorded_in = ended.recorded_in`)
    await client.query(`
      update citation set superseded_in = version.superseded_in from ${kind}_version as version
      where citing_kind = '${kind}' and citing_key = version.key and citation.recorded_in = version.recorded_in
        and version.superseded_in is not null`)
  }
  await client.query(`
    update indicator_point_version as point set superseded_in = version.superseded_in from indicator_version as version
    where point.indicator = version.key and point.recorded_in = version.recorded_in and version.superseded_in is not null`)
}

/** As the migration that brought the search made them for what stood already. */
async function writeDocuments(client: pg.Client): Promise<void> {
  for (const kind of KINDS) {
    await client.query(`
      insert into search.document (kind, key, recorded_in, superseded_in, words, spelling)
      select '${kind}', version.key, version.recorded_in, version.superseded_in, made.words, made.spelling
      from ${kind}_version as version, lateral search.document_of('${kind}', to_jsonb(version)) as made`)
  }
}
