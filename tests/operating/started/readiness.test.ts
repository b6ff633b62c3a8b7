import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from '@/lib/operating/embedded-postgres'
import { readinessOf } from '@/lib/operating/front/readiness.mjs'
import { openSql } from '../../db/sql'
import { aDatabase } from '../../support/database'

const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const clean of cleanUp.splice(0)) await clean()
})

function readiness(url: string, folder?: string) {
  const one = readinessOf(url, folder)
  cleanUp.push(one.end)
  return one
}

describe('what a server lacks', () => {
  test('is nothing where the tables are this version’s and the record is there', async () => {
    expect(await readiness(await aDatabase('record')).lacking()).toEqual([])
  })

  test('is the tables, of a database that has none', async () => {
    expect(await readiness(await aDatabase('nothing')).lacking()).toEqual([
      { lacks: 'tables', says: expect.stringMatching(/^The database lacks \d+ of this version’s migrations\.$/) },
    ])
  })

  test('is the tables, of one that an older version left; a newer one’s are enough', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sluice-readiness-'))
    cleanUp.push(() => rmSync(folder, { recursive: true }))
    const url = await aDatabase('record')
    expect(await readiness(url, folder).lacking()).toEqual([])
    mkdirSync(path.join(folder, '20991231000000_not_there_yet'))
    expect(await readiness(url, folder).lacking()).toEqual([
      { lacks: 'tables', says: 'The database lacks 1 of this version’s migrations.' },
    ])
  })

  test('is the record while it is not loaded', async () => {
    expect(await readiness(await aDatabase('tables')).lacking()).toEqual([
      { lacks: 'record', says: 'The record is not loaded yet.' },
    ])
  })

  test('is the database where none answers, without a word of where it is', async () => {
    const url = `postgresql://ana:secret@127.0.0.1:${await freePort()}/sluice`
    expect(await readiness(url).lacking()).toEqual([{ lacks: 'database', says: 'The database does not answer.' }])
  })

  test('costs the database one connection, however often it is asked', async () => {
    const url = await aDatabase('record')
    const { lacking } = readiness(url)
    expect(await Promise.all(Array.from({ length: 50 }, lacking))).toEqual(Array.from({ length: 50 }, () => []))
    const sql = await openSql(url)
    cleanUp.push(sql.close)
    const [row] = await sql.run(
      'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(row?.['count']).toBe(1)
  })
})
