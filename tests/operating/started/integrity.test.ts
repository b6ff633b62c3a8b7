import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { printedChange } from '@/lib/contract/record/file-format'
import { type Database, openDatabase } from '@/lib/db/connection'
import { notAsTheOthersSay } from '@/lib/db/integrity/beside'
import { changesInOrder } from '@/lib/db/integrity/chain-rows'
import { checkIntegrity } from '@/lib/operating/integrity/check'
import { heldAgainst } from '@/lib/operating/integrity/expected'
import type { Finding } from '@/lib/operating/integrity/finding'
import { walkChain } from '@/lib/reading/integrity/chain'
import { aDatabase } from '../../support/database'
import { smallHistory } from '../../support/small-history'
import { type Column, columnsOf, identified, tampered } from './tampering'

/** Tables that carry no record, each with the reason why nobody has to find what was changed in them. */
const NO_RECORD: { readonly [table: string]: string } = {
  _prisma_migrations: 'which migrations ran: starting holds it against the migrations themselves',
  account: 'how a person signs in, which changes with every new password',
  audit_entry: 'a log of acts beside the record; what it says of publishing, the publication says',
  backup_taken: 'a note of when a backup was taken; the backup says itself what it holds',
  draft: 'on its way to be published: what counts of it then is its publication',
  draft_comment: 'what people said to one another before it was published',
  draft_entry: 'as it was typed: what was published of it is in the revision',
  dry_run: 'what an import would change, until another takes its place',
  instance: 'which processes run now',
  invitation: 'a link that is used once',
  person: 'who may sign in, which changes; readers see the name that the publication keeps',
  rate_limit: 'attempts, forgotten when their time is over',
  seal: 'what rows are held against: a seal that was changed is told as the row that it seals',
  session: 'a browser that is signed in',
  sharing_limit: 'attempts, forgotten when their time is over',
  sign_in_token: 'a secret of some minutes',
  two_factor: 'the secret of a second factor, which its owner may change',
  webhook: 'who is told, which admins change',
  webhook_attempt: 'what became of telling somebody',
  webhook_delivery: 'what is being told to somebody',
}

/** What no hash and no other row tells of, so that its seal alone guards it: who answers for what, and when it was frozen. */
const SEALED_ALONE = [
  /^draft_exception[.]/,
  /^publication[.](draft|authors|publisher|publisher_name|review_due|reviews|reverts)$/,
  /^snapshot[.]/, // its bytes are held against its columns instead
  /^snapshot_note[.]/,
]

let database: Database
let columns: readonly Column[]
let hashes: readonly string[]
const ask = <Answer>(question: (database: Database) => Promise<Answer>) => question(database)
const run = (sql: string) => database.pool.query(sql)
const check = async () => (await checkIntegrity(ask)).findings
/** Whether a finding names a row: what belongs to a version is also named by its version, without its place. */
const names = (one: Finding, { table }: Column, key: string) =>
  one.table === table && (one.key === key || key.startsWith(`${one.key}/`))

/** As a superuser who knows what guards the record: no trigger, no check, no constraint stands in the way. */
async function unguarded(): Promise<void> {
  await run('set local role none; set local session_replication_role = replica')
  const { rows } = await database.pool.query<{ on: string; name: string }>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name from pg_constraint
     where contype in ('c', 'x', 'u') and conrelid <> 0 and connamespace in ('public'::regnamespace, 'search'::regnamespace)`,
  )
  await run(rows.map(({ on, name }) => `alter table ${on} drop constraint ${name}`).join('; '))
  await run('drop index revision_hash_key, publication_reviews_key')
}

beforeAll(async () => {
  // One connection: whoever checks sees what was tampered with, and then it is rolled back.
  database = openDatabase(await aDatabase('tables'), 1)
  await smallHistory(database)
  await run('set role none')
  hashes = (await database.pool.query<{ hash: string }>('select hash from revision order by number')).rows.map(
    ({ hash }) => hash,
  )
  columns = (await columnsOf(database)).filter(({ table }) => !(table in NO_RECORD))
  await run('begin')
  await unguarded()
})
afterAll(() => database.close())
beforeEach(async () => void (await run('savepoint whole')))
afterEach(async () => void (await run('rollback to savepoint whole')))

/** The columns of each table. */
function byTable(): readonly (readonly Column[])[] {
  const tables = new Set(columns.map(({ table }) => table))
  return [...tables].map((table) => columns.filter((column) => column.table === table))
}

const DOCUMENTS = 'search.document'
const isOfDocuments = ({ table }: Column) => table === DOCUMENTS

/** Tampers with one row for each column, and says which of them no finding names. */
async function unheard(
  round: readonly Column[],
  sql: (column: Column, row: string) => string,
  named: typeof names = names,
): Promise<string[]> {
  return within(async () => {
    const rows = []
    for (const column of round) rows.push({ column, ...(await identified(database, column)) })
    for (const { column, row } of rows) await run(sql(column, row))
    const findings = await check()
    const silent = rows.filter(({ column, key }) => !findings.some((one) => named(one, column, key)))
    return silent.map(({ column: { table, name } }) => `${table}.${name}`)
  })
}

/** The same row once more, under another key. */
function doubled({ table }: Column, row: string): string {
  const own = columns.filter((column) => column.table === table)
  const another = own.filter(({ keyed }) => keyed).at(-1)
  const values = own.map((column) => (column === another ? column.other : `"${column.name}"`)).join(', ')
  const names = own.map(({ name }) => `"${name}"`).join(', ')
  return `insert into ${table} (${names}) select ${values} from ${table} where ctid = '${row}'`
}

/** Runs one piece of tampering and takes it back. */
async function within<Found>(work: () => Promise<Found>): Promise<Found> {
  await run('savepoint untouched')
  const found = await work()
  await run('rollback to savepoint untouched')
  return found
}

describe('whatever was changed in the record behind its guards', () => {
  test('is nothing where nothing was', async () => {
    expect(await checkIntegrity(ask)).toMatchObject({ revisions: 6, head: { number: 6 }, findings: [], more: 0 })
  })

  test('is found and named, column by column', async () => {
    const [tables, documents] = [byTable(), columns.filter(({ table }) => table === DOCUMENTS)]
    expect(tables.length).toBeGreaterThan(28)
    // One column of every table at a time; documents alone, as they are held against the other tables.
    const records = tables.filter((own) => own[0]?.table !== DOCUMENTS)
    const most = Math.max(...records.map((own) => own.length))
    const rounds = Array.from({ length: most }, (_, at) => records.flatMap((own) => own[at] ?? []))
    const silent: string[] = []
    for (const round of [...rounds, ...documents.map((column) => [column])]) {
      silent.push(...(await unheard(round, tampered)))
    }
    expect(silent).toEqual([])
  })

  test('is found by the hashes and by the other rows alone, whatever its seal says', async () => {
    const silent: string[] = []
    for (const column of columns) {
      const name = `${column.table}.${column.name}`
      if (column.table === 'search.document' || SEALED_ALONE.some((pattern) => pattern.test(name))) continue
      await within(async () => {
        const { row, revision } = await identified(database, column)
        await run(tampered(column, row))
        // What came before the row was not touched, and keys and publications are in no hash.
        if (column.table === 'revision' || /_version$|^citation$|^retirement$/.test(column.table)) {
          const start = { number: revision - 1, hash: hashes[revision - 2] ?? null }
          for await (const { faults } of walkChain(ask, start)) if (faults.length > 0) return
        }
        if ((await notAsTheOthersSay(ask, 1)).every(({ count }) => count === 0)) silent.push(name)
      })
    }
    expect(silent).toEqual([])
  })

  test('is a row that was removed, or added, in any table', async () => {
    const one = byTable().flatMap(([first]) => first ?? [])
    const [documents, records] = [one.filter(isOfDocuments), one.filter((column) => !isOfDocuments(column))]
    for (const round of [records, documents]) {
      expect(await unheard(round, ({ table }, row) => `delete from ${table} where ctid = '${row}'`)).toEqual([])
      expect(await unheard(round, doubled, (one, { table }) => one.table === table)).toEqual([])
    }
  })

  test.for([
    [
      'a row that was moved',
      `update citation set recorded_in = 2 where citing_kind = 'party' and position = 0`,
      /^citation party\/\S+\/record\/0 entered with revision 1 and stands in revision 2: it was moved\.$/,
    ],
    [
      'a closed row that was opened',
      `update event_version set superseded_in = null where key = 'a-second-event'`,
      /^event_version a-second-event still stands, and should end with revision 6\.$/,
    ],
    [
      'a row that was closed by another revision',
      `update provision_version set superseded_in = 6 where recorded_in = 2`,
      /^provision_version \S+ ends with revision 6, and should end with revision 3\.$/,
    ],
    [
      'a revision that was taken out',
      `delete from revision where number = 4`,
      /^revision 5 stands where revision 4 should: one is missing, or was renumbered\.$/,
    ],
    [
      'a hash that was written over',
      `update revision set hash = repeat('a', 64) where number = 2`,
      /^revision 3 follows [0-9a-f]{64}, and should follow a{64}\.$/,
    ],
    [
      'an end that was cut off',
      `delete from publication where revision = 6; delete from revision where number = 6`,
      /^seal \S+ speaks of revision 6, which is not in the record: the end was cut off, or the record was put back\.$/,
    ],
    [
      'bytes of a snapshot that were written over',
      `update snapshot set payload = replace(payload, 'matrix', 'Matrix')`,
      /^snapshot \S+ says digest [0-9a-f]{64}, and its frozen bytes say [0-9a-f]{64}\.$/,
    ],
    [
      'a revision that a snapshot was moved to',
      `update snapshot set revision = 5`,
      /^snapshot \S+ says revision 5, and its frozen bytes say 2\.$/,
    ],
    [
      'a word that no record of ours can say',
      `update material_version set kind = 'soup'`,
      /^revision 1 cannot be read: unknown kind of a material in the record: "soup"\.$/,
    ],
    [
      'a number without an end',
      `update indicator_point_version set high = 'NaN' where recorded_in = 1`,
      /^revision 1 cannot be read: not a JSON value: NaN is not allowed\.$/,
    ],
    [
      'a guard that was switched off',
      `alter table citation disable trigger the_record_is_append_only`,
      /^citation the_record_is_append_only is a guard that somebody switched off\.$/,
    ],
    [
      'a seal that was written over',
      `update seal set digest = repeat('a', 64) where of_table = 'form_version' and of_key = (select min(key) from form)`,
      /^form_version \S+ entered with revision 1 and does not hold what it held then: it was changed\.$/,
    ],
    [
      'who answers, and its seal with it: the next one knows',
      `update publication set publisher_name = 'Somebody' where revision = 2;
       delete from seal where of_table = 'publication' and revision = 2; select seal_the_record()`,
      /^publication 3 entered with revision 3 and does not hold what it held then: it was changed\.$/,
    ],
  ] as const)('is %s, in a sentence', async ([, sql, sentence]) => {
    await run(sql)
    expect((await check()).map(({ says }) => says)).toContainEqual(expect.stringMatching(sentence))
  })

  test('is counted where it is too much to be named', async () => {
    await run(`insert into form select 'form-' || number, 1 from generate_series(1, 120) as number`)
    const { findings, more } = await checkIntegrity(ask)
    expect(findings.filter(({ says }) => says.includes('nothing of the kind entered'))).toHaveLength(50)
    expect(more).toBe(70 + 70)
  })
})

describe('what was noted of the record elsewhere', () => {
  let folder: string
  let file: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'noted-'))
    file = path.join(folder, 'revisions.jsonl')
    const lines: string[] = []
    for await (const { revision } of walkChain(ask)) {
      const changes = []
      for await (const piece of changesInOrder(ask, revision.number)) changes.push(...piece.map(printedChange))
      lines.push(JSON.stringify({ ...revision, changes }))
    }
    await writeFile(file, `${lines.join('\n')}\n`)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const noted = (expect: string | null = null) => heldAgainst(ask, { expect, against: expect === null ? file : null })

  test('agrees with what was not touched', async () => {
    const { head } = await checkIntegrity(ask)
    expect([...(await noted()), ...(await noted(head?.hash))]).toEqual([])
  })

  test('tells that the end was cut off, with all that spoke of it', async () => {
    const { head } = await checkIntegrity(ask)
    await run(
      `delete from publication where revision = 6; delete from revision where number = 6; delete from seal where revision = 6`,
    )
    expect(await noted(head?.hash)).toEqual([expect.stringMatching(/^No revision has the hash [0-9a-f]{64}: the end/)])
    expect(await noted()).toEqual([expect.stringMatching(/^Revision 6 is gone: /)])
  })

  test('tells what a field said before', async () => {
    await run(`update provision_version set note = 'Nothing.' where recorded_in = 2; update revision set author = 'X' where number = 3;
      update event_version set recorded_in = 6, superseded_in = null where key = 'a-second-event'`)
    expect(await noted()).toEqual([
      expect.stringMatching(
        /^revision 2: provision \S+, record[.]note is "Nothing[.]", and should be "Read again[.]"[.]$/,
      ),
      'revision 3: author is "X", and should be "an editor".',
      'revision 5: event a-second-event is missing from it.',
      expect.stringMatching(/^revision 6: event a-second-event, record is \{.*\}, and should be null[.]$/),
      expect.stringMatching(/^revision 6: event a-second-event, retirement is nothing, and should be \{.*\}[.]$/),
    ])
  })

  test('is refused where it is no copy of a chain', async () => {
    const spoilt = path.join(folder, 'spoilt.jsonl')
    await writeFile(spoilt, (await readFile(file, 'utf8')).replace('Read again.', 'Read anew.'))
    await expect(heldAgainst(ask, { expect: null, against: spoilt })).rejects.toThrow(
      'is no copy of a chain: its line of revision 2 does not have its hash.',
    )
    await expect(heldAgainst(ask, { expect: null, against: `${spoilt}.none` })).rejects.toThrow('cannot be read')
  })
})

test('no table is forgotten, and none is let off without a reason', async () => {
  const unlisted = (await columnsOf(database)).map(({ table }) => table)
  const sealed = new Set(columns.map(({ table }) => table))
  expect([...new Set(unlisted)].filter((table) => !sealed.has(table) && !(table in NO_RECORD))).toEqual([])
  const { rows } = await database.pool.query<{ name: string }>('select name from sealed_table')
  const known = [...rows.map(({ name }) => name), 'draft_exception', 'search.document'].toSorted()
  expect([...sealed].toSorted()).toEqual(known)
})
