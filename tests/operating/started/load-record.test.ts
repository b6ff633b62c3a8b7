import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FILE_NAMES } from '@/lib/contract/record/files'
import { chain } from '@/lib/db/changes'
import { openDatabase } from '@/lib/db/connection'
import { readRecord } from '@/lib/db/record'
import { loadRecord } from '@/lib/operating/load-record'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { verifyChain } from '@/lib/operating/verify-chain'
import { openSql } from '../../db/sql'
import { aDatabase } from '../../support/database'
import { theFiles } from '../../support/record-files'

let folder: string

/** A copy of the files of the record, to put something wrong into. */
async function copyOfTheFiles(): Promise<string> {
  const copy = await mkdtemp(path.join(folder, 'data-'))
  await cp(inProject('prisma/data'), copy, { recursive: true })
  return copy
}

async function spoil(file: string, pattern: string, replacement: string): Promise<string> {
  const copy = await copyOfTheFiles()
  const text = await readFile(path.join(copy, file), 'utf8')
  await writeFile(path.join(copy, file), text.replace(pattern, replacement))
  return copy
}

/** Materials, forms and sources: as much as it takes where it matters who loads, and not what. */
async function aFewFiles(): Promise<string> {
  const few = await mkdtemp(path.join(folder, 'few-'))
  for (const name of FILE_NAMES) {
    const file = `${name}.json`
    await writeFile(
      path.join(few, file),
      ['materials', 'forms', 'sources'].includes(name) ? await readFile(inProject('prisma/data', file)) : '[]',
    )
  }
  return few
}

async function count(url: string, table: string): Promise<unknown> {
  const sql = await openSql(url)
  const [row] = await sql.run(`select count(*)::int as count from ${table}`)
  await sql.close()
  return row?.['count']
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'record-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('loading the record', () => {
  test('makes all records of all files revision 1, and doing it twice changes nothing', async () => {
    const url = await aDatabase('tables')

    expect(await loadRecord({ url })).toEqual({ ok: true, value: { loaded: true, revision: 1 } })
    const database = openDatabase(url)
    const [loaded] = await chain(database)
    const record = await readRecord(database.prisma, { recordedIn: 1 })

    expect(await loadRecord({ url })).toEqual({ ok: true, value: { loaded: false, revision: 1 } })
    expect(await chain(database)).toEqual([loaded])
    expect(await readRecord(database.prisma, { recordedIn: 1 })).toEqual(record)
    await database.close()

    const lengths = Object.entries(theFiles()).map(([name, rows]) => [name, rows.length])
    expect(Object.entries(record).map(([name, rows]) => [name, rows.length])).toEqual(lengths)
    const records = lengths.reduce((sum, [, length]) => sum + Number(length), 0)
    expect(loaded).toMatchObject({
      number: 1,
      kind: 'addition',
      reason: `The record as it was first compiled: ${records.toLocaleString('en')} records from ten files.`,
      previousHash: null,
    })
  })

  test('by two at once: one loads, the other finds it done', async () => {
    const few = { url: await aDatabase('tables'), folder: await aFewFiles() }
    const outcomes = await Promise.all([loadRecord(few), loadRecord(few)])

    expect(outcomes).toContainEqual({ ok: true, value: { loaded: true, revision: 1 } })
    expect(outcomes).toContainEqual({ ok: true, value: { loaded: false, revision: 1 } })
    expect(await count(few.url, 'revision')).toBe(1)
  })

  test('by three that start at once on an empty database: one makes the tables, one the record, and all go on', async () => {
    const few = { url: await aDatabase('nothing'), folder: await aFewFiles() }
    const start = async () => [await migrate(few.url, inProject('prisma/migrations')), await loadRecord(few)] as const
    const starts = await Promise.all([start(), start(), start()])

    expect(starts.filter(([applied]) => applied.length > 0)).toHaveLength(1)
    const outcomes = starts.map(([, loaded]) => loaded)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
    expect(outcomes.filter((loaded) => loaded.ok && loaded.value.loaded)).toHaveLength(1)
    expect(await verifyChain(few)).toEqual({ ok: true, value: { revisions: 1 } })
  })

  test('waits for one that loads already, however long that takes', async () => {
    const url = await aDatabase('tables')
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query("select pg_advisory_lock(hashtext('loading the record'))")
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const loading = loadRecord({ url, folder: await aFewFiles() })
    const waits = () =>
      other.query(
        `select from pg_locks join pg_database on pg_database.oid = database
         where datname = current_database() and locktype = 'advisory' and not granted`,
      )
    try {
      while ((await waits()).rowCount !== 1) await new Promise(setImmediate)
      vi.advanceTimersByTime(10 * 60_000)
    } finally {
      vi.useRealTimers()
      await other.end()
    }
    expect(await loading).toEqual({ ok: true, value: { loaded: true, revision: 1 } })
  })

  test.for([
    [
      'an impossible date',
      'provisions.json',
      '"effectiveFrom": "2023-08-01"',
      '"effectiveFrom": "2023-08-32"',
      /^provisions\.json \[\S+\]: field "effectiveFrom" is "2023-08-32", which is not a day that exists\. Write it like 2025-10-09\.$/,
    ],
    [
      'a missing reference',
      'parties.json',
      '"instrument": "cn-2026-28"',
      '"instrument": "cn-2026-99"',
      /^parties\.json \[\S+\]: field "instrument" names "cn-2026-99", which is not in instruments\.json\. Add it there or correct the key\.$/,
    ],
    [
      'an unknown key',
      'forms.json',
      '"nameEn"',
      '"name"',
      /^forms\.json \[alloy\]: field "name" is not a field of this file\. Correct its name or remove it\.$/,
    ],
    ['what is not JSON', 'claims.json', '"key"', 'key', /^claims\.json: is not JSON \(.+\)\. Correct it there\.$/],
  ] as const)('stops at %s, says where, and leaves the database empty', async ([, file, from, to, said]) => {
    const url = await aDatabase('tables')
    const loaded = await loadRecord({ url, folder: await spoil(file, from, to) })

    expect(loaded).toMatchObject({ ok: false, refusal: expect.arrayContaining([expect.stringMatching(said)]) })
    expect(await count(url, 'revision')).toBe(0)
    expect(await count(url, 'material')).toBe(0)
  })

  test('stops at a file that is not there', async () => {
    const copy = await copyOfTheFiles()
    await rm(path.join(copy, 'events.json'))

    expect(await loadRecord({ url: await aDatabase('tables'), folder: copy })).toEqual({
      ok: false,
      refusal: ['events.json: cannot be read (ENOENT). Put the file back.'],
    })
  })
})

describe('the chain of hashes', () => {
  test('is computed again from the rows', async () => {
    expect(await verifyChain({ url: await aDatabase('record') })).toEqual({ ok: true, value: { revisions: 1 } })
  })

  test.for([
    [
      'a record was changed',
      "update provision_version set item = 'Something else' where key = (select min(key) from provision_version)",
    ],
    ['a citation was taken away', 'delete from citation where citing_key = (select min(key) from provision_version)'],
    ['the reason was changed', "update revision set reason = 'Another'"],
  ] as const)('breaks where %s behind the guards', async ([, tampering]) => {
    const url = await aDatabase('record')
    const sql = await openSql(url)
    await sql.run(`set local session_replication_role = replica; ${tampering}`)
    await sql.close()

    expect(await verifyChain({ url })).toEqual({ ok: false, refusal: { brokenAt: 1 } })
  })
})
