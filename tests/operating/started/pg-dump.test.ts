import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '@/lib/db/connection'
import { backUp } from '@/lib/operating/backup/back-up'
import { environmentFor } from '@/lib/operating/backup/pg-tools/environment'
import { majorOf } from '@/lib/operating/backup/pg-tools/programs'
import { rolesIn } from '@/lib/operating/backup/pg-tools/put-back'
import { restoreInto } from '@/lib/operating/backup/restore'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { openSql } from '../../db/sql'
import { aDatabase } from '../../support/database'
import { anaAndBen } from '../../support/people'
import { publishNothing, publishTitle } from '../../support/published'
import { startThrowAwayPostgres } from '../../support/throw-away-postgres'

/** Where a system keeps the server of the `pg_dump` that is found; `undefined` where there is none. */
const major = await majorOf('pg_dump')
const server = ['/usr/lib/postgresql', '/opt/homebrew/opt/postgresql@', '/usr/pgsql-']
  .map((place) => (place.endsWith('postgresql') ? `${place}/${major}` : `${place}${major}`))
  .find((place) => existsSync(path.join(place, 'bin/initdb')))

const folder = mkdtempSync(path.join(tmpdir(), 'sluice-dump-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a password is among no words, and reaches the programs all the same', () => {
  const env = environmentFor('postgresql://ana:p%40ss@db.example:5433/sluice?sslmode=no-verify')
  expect(env).toMatchObject({
    PGHOST: 'db.example',
    PGPORT: '5433',
    PGUSER: 'ana',
    PGPASSWORD: 'p@ss',
    PGDATABASE: 'sluice',
  })
  expect(env['PGSSLMODE']).toBe('require')
  expect(env['PGSSLROOTCERT']).toBeUndefined()
  expect(env['SLUICE_SECRET']).toBeUndefined()
})

test.each([
  ['sslmode=require', 'verify-full', 'system'],
  ['sslmode=prefer', 'verify-full', 'system'],
  ['sslmode=verify-ca&sslrootcert=CA', 'verify-full', 'CA'],
  ['sslrootcert=CA', 'verify-full', 'CA'],
  ['ssl=true', 'verify-full', 'system'],
  ['sslmode=require&uselibpqcompat=true', 'require', undefined],
  ['sslmode=prefer&uselibpqcompat=true', 'require', undefined],
  ['sslmode=require&sslrootcert=CA&uselibpqcompat=true', 'verify-ca', 'CA'],
  ['sslmode=disable', 'disable', undefined],
  ['', undefined, undefined],
])('the programs hold the server to no less than the driver does, for which %j', (words, mode, root) => {
  const authority = path.join(folder, 'ca.pem')
  writeFileSync(authority, '')
  const env = environmentFor(`postgresql://ana@db.example/sluice?${words.replace('CA', authority)}`)
  expect([env['PGSSLMODE'], env['PGSSLROOTCERT']?.replace(authority, 'CA')]).toEqual([mode, root])
})

test('what the operator asks of the programs in the environment holds where it asks for more', () => {
  const url = 'postgresql://ana@db.example/sluice'
  const mode = (words: string, said: string) => {
    vi.stubEnv('PGSSLMODE', said)
    return environmentFor(`${url}?${words}`)['PGSSLMODE']
  }
  expect(mode('', 'verify-ca')).toBe('verify-full')
  expect(mode('', 'no-verify')).toBe('require')
  expect(mode('sslmode=no-verify', 'verify-ca')).toBe('verify-ca')
  expect(mode('sslmode=require', 'disable')).toBe('verify-full')
  expect(mode('', 'disable')).toBe('disable')
  vi.unstubAllEnvs()
})

test('roles are those that a dump lends rights to', () => {
  const sql =
    'GRANT SELECT ON TABLE public.a TO sluice_reader;\nGRANT SELECT(b),INSERT ON TABLE public.a TO sluice_sharing;\n'
  expect(rolesIn(`${sql}GRANT ALL ON TABLE public.a TO postgres;\n${sql}`)).toEqual(['sluice_reader', 'sluice_sharing'])
})

test('a dump is asked for by name only where a fitting program is found', async () => {
  const url = await aDatabase('record')
  const program = path.join(folder, 'pg_dump')
  writeFileSync(program, '#!/bin/sh\necho "pg_dump (PostgreSQL) 14.1"\n')
  chmodSync(program, 0o755)
  const { PATH } = process.env
  process.env['PATH'] = folder
  try {
    expect(await majorOf('pg_dump')).toBe(14)
    await expect(backUp(url, { file: path.join(folder, 'x.dump') })).rejects.toThrow(
      /No pg_dump and pg_restore .* let the name end/,
    )
    expect((await backUp(url, { folder })).kind).toBe('json-lines')
  } finally {
    process.env['PATH'] = PATH
  }
})

// Where no pg_dump is found, or not the server that it belongs to, this file says so; our own format is held in backup.test.ts.
if (server === undefined) {
  test('pg_dump was not run, as there is none on this machine with its server', () => {
    expect(server).toBeUndefined()
  })
} else describe('pg_dump', () => theDump(server))

function theDump(programs: string): void {
  const file = path.join(folder, 'whole.dump')
  const spoilt = path.join(folder, 'spoilt.dump')
  let postgres: Awaited<ReturnType<typeof startThrowAwayPostgres>>
  let head = { number: 0, hash: '' }

  beforeAll(async () => {
    postgres = await startThrowAwayPostgres(programs)
    await make('sluice')
    await migrate(postgres.url('sluice'), inProject('prisma/migrations'))
    const writer = openDatabase(postgres.url('sluice'), 2)
    await anaAndBen(writer)
    await publishNothing(writer)
    head = await publishTitle(writer, 'A second revision')
    await writer.pool.query('set role none; create schema theirs create table more (); create table "Theirs" ()')
    await writer.close()
  })

  afterAll(() => postgres.remove())

  async function make(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: postgres.url('postgres') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    return postgres.url(name)
  }

  test('writes a backup with its digest beside it, readable by this user alone', async () => {
    expect(await backUp(postgres.url('sluice'), { file })).toMatchObject({ kind: 'pg-dump', head })
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('PGDMP')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(`${file}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}whole\.dump\n$/)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('asks before it begins whether the place of the digest is free', async () => {
    const place = path.join(folder, 'beside.dump')
    writeFileSync(`${place}.sha256`, 'of another')
    await expect(backUp(postgres.url('sluice'), { file: place })).rejects.toThrow('beside.dump.sha256 is there already')
    expect(readFileSync(`${place}.sha256`, 'utf8')).toBe('of another')
    expect(existsSync(place)).toBe(false)
  })

  test('puts back nothing of a dump that was cut off, altered, or of which nobody tells whether it was', async () => {
    const url = await make('another')
    const bytes = readFileSync(file)
    writeFileSync(spoilt, bytes)
    await expect(restoreInto(url, spoilt)).rejects.toThrow('spoilt.dump.sha256 is missing')
    writeFileSync(`${spoilt}.sha256`, readFileSync(`${file}.sha256`))
    for (const at of [0.1, 0.5, 0.9]) {
      const altered = Buffer.from(bytes)
      const place = Math.floor(bytes.length * at)
      altered[place] = (altered[place] ?? 0) ^ 0x10
      writeFileSync(spoilt, altered)
      await expect(restoreInto(url, spoilt)).rejects.toThrow('cut off or altered')
      writeFileSync(spoilt, bytes.subarray(0, place))
      await expect(restoreInto(url, spoilt)).rejects.toThrow('cut off or altered')
    }
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    expect((await client.query("select from pg_class where relnamespace = 'public'::regnamespace")).rowCount).toBe(0)
    await client.end()
  })

  test('puts it back whole, on a server that has none of the roles', async () => {
    const url = await make('another_server')
    const client = new pg.Client({ connectionString: postgres.url('postgres') })
    await client.connect()
    await client.query('drop database sluice with (force)')
    for (const role of ['reader', 'sharing', 'application']) await client.query(`drop role sluice_${role}`)
    await client.end()

    expect(await restoreInto(url, file)).toEqual({ revisions: 2, hash: head.hash, snapshots: 0 })
    const reader = await openSql(url, 'sluice_reader')
    expect(await reader.run('select count(*)::int as revisions from revision')).toEqual([{ revisions: 2 }])
    expect(await reader.refusal('select from person')).toMatchObject({ code: '42501' })
    await reader.close()
    const owner = await openSql(url)
    const others = `select nspname from pg_namespace where nspname = 'theirs' union select relname from pg_class where relname = 'Theirs'`
    expect(await owner.run(others)).toEqual([])
    await owner.close()
    await expect(restoreInto(url, file)).rejects.toThrow('it holds a record, at revision 2')
  })
}
