import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Failure } from '../../failure'
import { migrateWithin } from '../../migrate'
import { inProject } from '../../root'
import { headOf, SETTINGS } from '../moment'
import { HISTORY, sequencesOf, type Table, tablesOf } from '../tables'
import type { FirstLine } from './format'
import { altered, readJsonLines, type Said } from './read'

/** So many bytes are sent at once. */
const AT_ONCE = 65_536

/**
 * Puts back what a file says, into an empty database, in one transaction: the tables as the release made them that wrote it, then
 * every row, then the sequences. The guards of the record sleep meanwhile, since rows come without the transaction that published
 * them; what tables say of each other is checked by the database as ever.
 *
 * @throws {Failure} where the file is not whole, or is of a release that this one does not know. Nothing is left then.
 */
export async function loadJsonLines(client: pg.Client, file: string): Promise<void> {
  await client.query(SETTINGS)
  await client.query('begin')
  try {
    await load(client, file)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection itself may be what failed
    throw error
  }
}

async function load(client: pg.Client, file: string): Promise<void> {
  const said = readJsonLines(file)
  const opening = await next(said)
  if (opening?.says !== 'first') throw new TypeError('a backup that does not begin')
  const first = opening.of
  await migrateWithin(client, inProject('prisma/migrations'), first.migrations)
  const tables = await tablesOf(client)
  await guards(client, tables, 'disable')
  let one = await next(said)
  while (one?.says === 'table') {
    const table = known(one, tables)
    if (table === undefined) throw altered(file)
    one = await loadTable(client, table, said)
  }
  await guards(client, tables, 'enable')
  if (!(await setSequences(client, tables, first))) throw altered(file)
  const head = await headOf(client)
  if (head?.number !== first.head.number || head.hash !== first.head.hash) {
    throw new Failure(
      `${file} names revision ${first.head.number} as its newest, and holds another: nothing is restored.`,
    )
  }
}

type Reading = AsyncGenerator<Said>
type TableSaid = Extract<Said, { readonly says: 'table' }>

async function next(said: Reading): Promise<Said | undefined> {
  const { value, done } = await said.next()
  return done === true ? undefined : value
}

/**
 * A table that a file names, by the names that the database itself has for it and its columns: whoever wrote the file may have
 * written anything in their place, and it goes into what the database is asked to do.
 */
function known({ table, columns }: TableSaid, tables: readonly Table[]): Table | undefined {
  const found = tables.find(({ name }) => name === table && name !== HISTORY)
  const own = columns.flatMap((column) => found?.columns.find((name) => name === column) ?? [])
  if (found === undefined || own.length !== columns.length) return undefined
  return { name: found.name, columns: own }
}

/** Loads the rows of one table, and gives back what is said after them. */
async function loadTable(client: pg.Client, { name, columns }: Table, said: Reading): Promise<Said | undefined> {
  let after: Said | undefined
  async function* rows(): AsyncGenerator<string> {
    let gathered = ''
    for (after = await next(said); after?.says === 'row'; after = await next(said)) {
      gathered += `${after.texts.map(copied).join('\t')}\n`
      if (gathered.length < AT_ONCE) continue
      yield gathered
      gathered = ''
    }
    if (gathered !== '') yield gathered
  }
  const named = columns.length > 0 ? ` (${columns.join(', ')})` : ''
  await pipeline(Readable.from(rows()), client.query(copyFrom(`copy ${name}${named} from stdin (encoding 'UTF8')`)))
  return after
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A text as COPY reads it. */
function copied(text: string | null): string {
  return text === null ? '\\N' : text.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign)
}

/** The triggers of our own: an owner may let them sleep, and those that hold references stay awake. */
async function guards(client: pg.Client, tables: readonly Table[], state: 'enable' | 'disable'): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${name} ${state} trigger user`)
}

/** @returns whether the database has every sequence that is named. */
async function setSequences(client: pg.Client, tables: readonly Table[], first: FirstLine): Promise<boolean> {
  const own = new Set((await sequencesOf(client, tables, 'all')).map(({ name }) => name))
  for (const { name, last } of first.sequences) {
    if (!own.has(name)) return false
    await client.query('select setval($1::regclass, $2::bigint)', [name, last])
  }
  return true
}
