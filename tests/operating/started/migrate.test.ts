import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '@/lib/operating/migrate'
import { aDatabase } from '../../support/database'

let url = ''
let folder = ''

beforeEach(async () => {
  url = await aDatabase('nothing')
  folder = mkdtempSync(path.join(tmpdir(), 'sluice-migrations-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrating', () => {
  test('applies what is missing in the order of the names, and once', async () => {
    write('002_second', 'alter table first add column again integer')
    write('001_first', 'create table first (id integer)')

    expect(await migrate(url, folder)).toEqual(['001_first', '002_second'])
    expect(await migrate(url, folder)).toEqual([])
    expect(await ask('select * from first')).toEqual([])
  })

  test('leaves nothing of a migration that fails, says why, and goes on from there next time', async () => {
    write('001_first', 'create table first (id integer)')
    write('002_second', 'create table second (id integer); insert into nowhere values (1)')

    await expect(migrate(url, folder)).rejects.toThrow(
      'The migration 002_second failed and was undone: relation "nowhere" does not exist',
    )
    expect(await ask("select to_regclass('second') as second")).toEqual([{ second: null }])

    write('002_second', 'create table second (id integer)')
    expect(await migrate(url, folder)).toEqual(['002_second'])
  })

  test('takes its time, whatever clocks the database has for those who connect', async () => {
    await ask(`do $$ begin execute format('alter database %I set statement_timeout = 100', current_database());
      execute format('alter database %I set lock_timeout = 100', current_database()); end $$`)
    write('001_first', 'select pg_sleep(0.3); create table first (id integer)')
    expect(await migrate(url, folder)).toEqual(['001_first'])
  })

  test('refuses a migration that was changed after it was applied', async () => {
    write('001_first', 'create table first (id integer)')
    await migrate(url, folder)
    write('001_first', 'create table first (id bigint)')

    await expect(migrate(url, folder)).rejects.toThrow('The migration 001_first was changed after it was applied')
  })

  test('goes on beside a newer version, and leaves its tables alone', async () => {
    write('001_first', 'create table first (id integer)')
    write('002_second', 'create table second (id integer)')
    await migrate(url, folder)
    rmSync(path.join(folder, '002_second'), { recursive: true })

    expect(await migrate(url, folder)).toEqual([])
    expect(await ask('select * from second')).toEqual([])
  })

  test('refuses a database of another line: a migration that it does not know among those it knows', async () => {
    write('001_theirs', 'create table theirs (id integer)')
    write('002_ours', 'create table ours (id integer)')
    await migrate(url, folder)
    rmSync(path.join(folder, '001_theirs'), { recursive: true })

    await expect(migrate(url, folder)).rejects.toThrow('001_theirs, which this version of Sluice does not know')
  })

  test('refuses a database on which it finds none of its own', async () => {
    write('001_theirs', 'create table theirs (id integer)')
    await migrate(url, folder)
    rmSync(path.join(folder, '001_theirs'), { recursive: true })

    await expect(migrate(url, folder)).rejects.toThrow('001_theirs, which this version of Sluice does not know')
  })

  test('lets eight at once migrate one database only once, and none goes on before it is done', async () => {
    write('001_first', 'select pg_sleep(0.2); create table first (id integer)')
    write('002_second', 'create table second (id integer)')

    const all = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const applied = await migrate(url, folder)
        return { applied, found: await ask('select * from second') }
      }),
    )
    expect(all.flatMap(({ applied }) => applied)).toEqual(['001_first', '002_second'])
    expect(all.map(({ found }) => found)).toEqual(Array(8).fill([]))
  })
})
