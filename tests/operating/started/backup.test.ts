import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { verifyPassword } from 'better-auth/crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsOf } from '@/lib/contract/snapshot-id'
import { lastBackups } from '@/lib/db/backups'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { backUp } from '@/lib/operating/backup/back-up'
import { loadJsonLines } from '@/lib/operating/backup/json-lines/load'
import { restoreInto } from '@/lib/operating/backup/restore'
import { othersBeside, ROWS_LEFT_OUT, tablesOf } from '@/lib/operating/backup/tables'
import { onOneConnection } from '@/lib/operating/one-connection'
import { doWithPeople } from '@/lib/operating/people-tasks'
import { readTask } from '@/lib/operating/people-words'
import { openSql, type Sql } from '../../db/sql'
import { aDatabase, useDatabase } from '../../support/database'
import { ANA, anaAndBen } from '../../support/people'
import { publishNothing, publishTitle } from '../../support/published'

const folder = mkdtempSync(path.join(tmpdir(), 'sluice-backup-'))
const inFolder = (name: string) => path.join(folder, name)

/** Everything that ends a line, a column or a text somewhere. */
const AWKWARD = 'a\tb\nc\r\nd\\N \\. "e" \u2028 \u0001 \u{1f600} 稀土'
const FROZEN = JSON.stringify({ view: 'matrix', address: '/r/1/2026-11-22', question: { rev: 1 }, said: AWKWARD })

let url = ''
let password = ''
let writer: Database
let owner: Sql
let before: Record<string, unknown>

beforeAll(async () => {
  url = await useDatabase('record')
  writer = openDatabase(url, 2)
  owner = await openSql(url)
  await anaAndBen(writer)
  const added = await doWithPeople(url, readTask(['add', 'eve@example.org', '--role', 'editor', '--name', 'Eve']), '')
  password = /\n {2}(\S+)$/.exec(added)?.[1] ?? ''
  const digest = createHash('sha256').update(FROZEN).digest('hex')
  await owner.run(
    'insert into snapshot (digest, id, payload, view, address, revision) values ($1, $2, $3, $4, $5, 1)',
    [...[digest, idsOf(digest)[0], FROZEN, 'matrix', '/r/1/2026-11-22']],
  )
  await owner.run(
    `insert into draft (id, title, kind, base, author, contributors)
     values ('00000000-0000-4000-8000-000000000001', $1, 'law', 1, '${ANA}', array['${ANA}', $1])`,
    [AWKWARD],
  )
  await owner.run(`insert into session (id, token, person, expires_at) values ('s', 't', '${ANA}', now())`)
  before = await contentsOf(url)
})

afterAll(async () => {
  await Promise.all([closeDatabase(), writer.close(), owner.close()])
  rmSync(folder, { recursive: true, force: true })
})

async function on<Value>(database: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What a database holds: a digest for each table, and which guards are awake, who may do what and what numbers come next. */
function contentsOf(database: string): Promise<Record<string, unknown>> {
  return on(database, async (client) => {
    const contents: Record<string, unknown> = {}
    for (const { name } of await tablesOf(client)) {
      if (ROWS_LEFT_OUT.has(name) || /_prisma_migrations|backup_taken/.test(name)) continue
      const { rows } = await client.query(
        `select md5(string_agg(t::text, '|' order by t::text)) as md5 from ${name} as t`,
      )
      contents[name] = rows[0]?.md5
    }
    const shape = [
      'select tgrelid::regclass::text as "table", tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2',
      "select relname, relacl::text from pg_class where relnamespace in ('public'::regnamespace, 'search'::regnamespace) order by 1",
      "select sequencename, last_value from pg_sequences where sequencename <> 'backup_taken_id_seq' order by 1",
      'select migration_name, checksum from _prisma_migrations order by 1',
    ]
    for (const question of shape) contents[question] = (await client.query(question)).rows
    return contents
  })
}

/** How many tables, schemas and functions of ours a database has. */
function madeIn(database: string): Promise<unknown> {
  return on(database, async (client) => {
    const { rows } = await client.query(`select
      (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace) as tables,
      (select count(*)::int from pg_proc where pronamespace = 'public'::regnamespace) as functions,
      (select count(*)::int from pg_namespace where nspname = 'search') as schemas`)
    return rows[0]
  })
}

/** A database with a revision that says nothing, for what is the same whatever the record holds. */
async function aLittle(): Promise<string> {
  const little = await aDatabase('tables')
  const database = openDatabase(little, 1)
  await publishNothing(database)
  await database.close()
  return little
}

const NOTHING = { tables: 0, functions: 0, schemas: 0 }

describe('a backup that is taken while somebody publishes', () => {
  const file = inFolder('during.jsonl.gz')
  let restored = ''

  test('holds the record as it stood when it began', async () => {
    const holding = await openSql(url)
    const held = holding.run('lock table snapshot in access exclusive mode; select pg_sleep(600)').catch(() => 'let go')
    const waitsFor = (mode: string, granted: boolean) => async () => {
      const waiting = `select from pg_locks where relation = 'snapshot'::regclass and mode = $1 and granted = $2`
      return (await on(url, (client) => client.query(waiting, [mode, granted]))).rowCount === 1
    }
    while (!(await waitsFor('AccessExclusiveLock', true)())) await pause(5)
    const backing = backUp(url, { file })
    while (!(await waitsFor('AccessShareLock', false)())) await pause(5)
    expect(existsSync(file)).toBe(false)

    expect((await publishTitle(writer, 'Published meanwhile')).number).toBe(2)
    await on(url, (client) =>
      client.query(
        "select pg_cancel_backend(pid) from pg_locks where relation = 'snapshot'::regclass and mode = 'AccessExclusiveLock'",
      ),
    )
    expect(await held).toBe('let go')
    await holding.close()

    const first = (await owner.run('select hash from revision where number = 1'))[0]
    expect(await backing).toEqual({
      file,
      kind: 'json-lines',
      head: { number: 1, hash: first?.['hash'] },
      bytes: statSync(file).size,
      others: { tables: [], schemas: [] },
    })
  })

  test('goes back into an empty database, with every row, right, guard and number', async () => {
    restored = await aDatabase('nothing')
    const { revisions, hash, snapshots } = await restoreInto(restored, file)
    expect({ revisions, hash, snapshots }).toEqual({
      revisions: 1,
      hash: (await owner.run('select hash from revision where number = 1'))[0]?.['hash'],
      snapshots: 1,
    })
    expect(await contentsOf(restored)).toEqual(before)
  })

  test('brings back frozen answers to the byte, drafts as they were typed, and people with their passwords', async () => {
    const sql = await openSql(restored)
    expect(await sql.run('select payload from snapshot')).toEqual([{ payload: FROZEN }])
    expect(await sql.run('select title, contributors from draft')).toEqual([
      { title: AWKWARD, contributors: [ANA, AWKWARD] },
    ])
    const [account] = await sql.run(
      "select account.password from account join person on person.id = account.person where email = 'eve@example.org'",
    )
    expect(await verifyPassword({ hash: String(account?.['password']), password })).toBe(true)
    expect(await sql.run('select count(*)::int as sessions from session')).toEqual([{ sessions: 0 }])
    await sql.close()
  })

  test('leaves a database that is published to and guarded as before', async () => {
    const again = openDatabase(restored, 2)
    expect((await publishTitle(again, 'Another second revision')).number).toBe(2)
    await again.close()
    const said = await doWithPeople(restored, readTask(['role', 'eve@example.org', 'viewer']), '')
    expect(said).toBe('Eve is viewer from now on.')
    const sql = await openSql(restored)
    expect(await sql.refusal("update revision set reason = 'Another'")).toMatchObject({
      constraint: 'the_record_is_append_only',
    })
    await sql.close()
  })
})

test('a record that was tampered with before goes back as it was, and is told as what it is', async () => {
  const tampered = await aLittle()
  await on(tampered, (client) =>
    client.query("set session_replication_role = replica; update revision set reason = 'Another'"),
  )
  const file = inFolder('tampered.jsonl.gz')
  await backUp(tampered, { file })
  const restored = await aDatabase('nothing')
  await expect(restoreInto(restored, file)).rejects.toThrow(/is not as it was written .* The first: revision 1 /)
})

describe('a backup', () => {
  test('has a name that says when it was taken and of which revision, and is this user’s alone', async () => {
    const taken = await backUp(url, { folder })
    expect(path.basename(taken.file)).toMatch(/^sluice-\d{8}T\d{6}Z-r2\.(jsonl\.gz|dump)$/)
    expect(statSync(taken.file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('is JSON Lines, in the order in which rows may enter', () => {
    const lines = gunzipSync(readFileSync(inFolder('during.jsonl.gz')))
      .toString()
      .trimEnd()
      .split('\n')
    const said = lines.map((line) => JSON.parse(line))
    expect(said[0]).toMatchObject({ format: 'sluice-backup', version: 1, head: { number: 1 } })
    const tables = said.flatMap(({ table }) => table ?? [])
    expect(tables.indexOf('public.revision')).toBeLessThan(tables.indexOf('public.source'))
    expect(tables.indexOf('public.draft')).toBeLessThan(tables.indexOf('public.publication'))
    expect(tables).not.toContain('public.session')
    const rows = Object.values<number>(said.at(-1).rows).reduce((sum, count) => sum + count, 0)
    expect(rows).toBe(lines.length - tables.length - 2)
  })

  test('is written down with how it ended', async () => {
    await expect(backUp(url, { file: inFolder('during.jsonl.gz') })).rejects.toThrow('backups overwrite nothing')
    const [failed, whole, during] = await lastBackups(3)
    expect(failed).toMatchObject({
      kind: 'json-lines',
      whole: false,
      why: expect.stringContaining('overwrite nothing'),
    })
    expect(whole).toMatchObject({ whole: true, revision: 2 })
    expect(during).toMatchObject({ whole: true, revision: 1, bytes: statSync(inFolder('during.jsonl.gz')).size })
  })

  test('is taken of no database that holds nothing, nor under a name that says nothing', async () => {
    for (const contents of ['nothing', 'tables'] as const) {
      const empty = await aDatabase(contents)
      await expect(backUp(empty, { file: inFolder('empty.jsonl.gz') })).rejects.toThrow('Nothing is recorded')
    }
    await expect(backUp(url, { file: inFolder('backup.sql') })).rejects.toThrow('ends in .dump')
    expect(readdirSync(folder).filter((name) => /^(empty|backup)/.test(name))).toEqual([])
  })
})

test('what somebody else keeps in the database is no part of a backup, and does not stand in the way of one', async () => {
  const mixed = await aLittle()
  const theirs = `create schema theirs;
    create table theirs.secret as select 1 as one; create table "Theirs" (id bigint generated always as identity);
    insert into "Theirs" default values`
  await on(mixed, (client) => client.query(theirs))
  const file = inFolder('mixed.jsonl.gz')
  const { others } = await backUp(mixed, { file })
  expect(others).toEqual({ tables: ['public."Theirs"'], schemas: ['theirs'] })
  const target = await aDatabase('nothing')
  await on(target, (client) => client.query('create schema theirs; create table theirs.more ()'))
  expect(await restoreInto(target, file)).toMatchObject({ revisions: 1 })
  expect(await on(target, (client) => othersBeside(client, null))).toEqual({ tables: [], schemas: ['theirs'] })
})

test('a table of a newer release is backed up with ours, while nobody can tell whose it is', async () => {
  const newer = await aLittle()
  await on(newer, (client) =>
    client.query(`create table of_later (); insert into _prisma_migrations (id, checksum, migration_name, finished_at)
      values ('x', 'x', '99991231000000_of_later', now())`),
  )
  const file = inFolder('newer.jsonl.gz')
  expect((await backUp(newer, { file })).others).toEqual({ tables: [], schemas: [] })
  expect(gunzipSync(readFileSync(file)).toString()).toContain('{"table":"public.of_later"')
})

test('a backup whose connection is ended leaves nothing, says so, and is written down as failed', async () => {
  const file = inFolder('ended.jsonl.gz')
  const holding = await openSql(url)
  const held = holding.run('lock table snapshot in access exclusive mode; select pg_sleep(600)').catch(() => 'let go')
  const count = (where: string) =>
    on(url, async (client) => (await client.query(`select pid from pg_stat_activity where ${where}`)).rowCount)
  const own = 'datname = current_database() and'
  while ((await count(`${own} query like 'lock table snapshot%' and wait_event = 'PgSleep'`)) === 0) await pause(5)
  const backing = backUp(url, { file })
  const told = expect(backing).rejects.toThrow(/^The database went away \(.+\): no backup was taken\. Try again\.$/)
  const waits = `${own} application_name = 'sluice backup' and wait_event_type = 'Lock'`
  while ((await count(waits)) === 0) await pause(5)
  await on(url, (client) => client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${waits}`))
  await told
  await on(url, (client) =>
    client.query(`select pg_cancel_backend(pid) from pg_stat_activity where ${own} wait_event = 'PgSleep'`),
  )
  expect(await held).toBe('let go')
  await holding.close()
  expect(readdirSync(folder).filter((name) => name.startsWith('ended'))).toEqual([])
  expect((await lastBackups(1))[0]).toMatchObject({ whole: false, why: expect.stringContaining('went away') })
})

test('a connection that is ended between two questions ends no process', async () => {
  const ended = onOneConnection(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const gone = new Promise((resolve) => client.once('end', resolve))
    await owner.run('select pg_terminate_backend($1)', [rows[0]?.pid])
    await gone
    await client.query('select')
  })
  await expect(ended).rejects.toThrow(/not queryable|connection/)
})

test('every table that goes without its rows is one', async () => {
  const names = (await on(url, tablesOf)).map(({ name }) => name)
  expect([...ROWS_LEFT_OUT.keys()].filter((name) => !names.includes(name))).toEqual([])
})

describe('nothing is restored', () => {
  const spoilt = inFolder('spoilt.jsonl.gz')
  const whole = () => readFileSync(inFolder('during.jsonl.gz'))
  const little = inFolder('little.jsonl.gz')
  const wordsOf = (file: string) => gunzipSync(readFileSync(file)).toString()

  beforeAll(async () => void (await backUp(await aLittle(), { file: little })))

  test('from a file that was cut off, wherever', async () => {
    const target = await aDatabase('nothing')
    const bytes = whole()
    for (const part of [0, 0.2, 0.5, 0.99]) {
      writeFileSync(spoilt, bytes.subarray(0, Math.floor(bytes.length * part)))
      await expect(restoreInto(target, spoilt)).rejects.toThrow('cut off or altered')
    }
    const lines = gunzipSync(bytes).toString().trimEnd().split('\n')
    writeFileSync(spoilt, gzipSync(`${lines.slice(0, -1).join('\n')}\n`))
    await expect(restoreInto(target, spoilt)).rejects.toThrow('cut off or altered')
    expect(await madeIn(target)).toEqual(NOTHING)
  })

  test('from a file with another byte, wherever', async () => {
    const target = await aDatabase('nothing')
    for (const part of [0.0005, 0.3, 0.6, 0.9, 0.9999]) {
      const bytes = whole()
      const at = Math.floor(bytes.length * part)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      writeFileSync(spoilt, bytes)
      await expect(restoreInto(target, spoilt)).rejects.toThrow('altered after it was written')
    }
    expect(await madeIn(target)).toEqual(NOTHING)
  })

  test('from a file that somebody changed and packed again, also where it changes while it is read', async () => {
    const target = await aDatabase('nothing')
    const text = wordsOf(little)
    expect(text).toContain('"addition"')
    writeFileSync(spoilt, gzipSync(text.replace('"addition"', '"correction"')))
    await expect(restoreInto(target, spoilt)).rejects.toThrow('altered after it was written')
    await expect(on(target, (client) => loadJsonLines(client, spoilt))).rejects.toThrow('altered after it was written')
    writeFileSync(spoilt, gzipSync(text.replace(/"format":"[^"]+"/, '"format":"another"')))
    await expect(restoreInto(target, spoilt)).rejects.toThrow('is no backup of Sluice')
    expect(await madeIn(target)).toEqual(NOTHING)
  })

  test('into a database that holds something, and it says what', async () => {
    const file = inFolder('during.jsonl.gz')
    await expect(restoreInto(await aDatabase('record'), file)).rejects.toThrow('it holds a record, at revision 1.')
    await expect(restoreInto(await aDatabase('tables'), file)).rejects.toThrow(
      /it holds \d+ table\(s\): account, audit_entry, .* …/,
    )
    const other = await aDatabase('nothing')
    await on(other, (client) => client.query('create schema search'))
    await expect(restoreInto(other, file)).rejects.toThrow('it holds the schema search')
  })

  /** Writes the file anew as somebody would who knows how: with another first line, or another table, and the digest of that. */
  function rewrite(anew: (said: Record<string, unknown>) => Record<string, unknown>): void {
    const lines = wordsOf(little).trimEnd().split('\n')
    const changed = lines.slice(0, -1).map((line) => (line[0] === '[' ? line : JSON.stringify(anew(JSON.parse(line)))))
    const sha256 = createHash('sha256')
      .update(`${changed.join('\n')}\n`)
      .digest('hex')
    writeFileSync(spoilt, gzipSync(`${changed.join('\n')}\n${JSON.stringify({ rows: {}, sha256 })}\n`))
  }

  test.each([
    ['a table', (made: string) => ({ table: `public.snapshot_note from program 'touch ${made}' --`, columns: [] })],
    ['a column', (made: string) => ({ columns: [`version) from program 'touch ${made}' --`] })],
    ['the history of migrations', () => ({ table: 'public._prisma_migrations', columns: ['id'] })],
  ])('from a file whose name of %s is none of ours, and nothing of it is run', async (_, spoils) => {
    const target = await aDatabase('nothing')
    const shared = mkdtempSync(path.join(tmpdir(), 'sluice-run-'))
    chmodSync(shared, 0o777) // the server may run as another user than we
    rewrite((said) =>
      said['table'] === 'public.snapshot_note' ? { ...said, ...spoils(path.join(shared, 'x')) } : said,
    )
    await expect(restoreInto(target, spoilt)).rejects.toThrow('altered after it was written')
    expect(readdirSync(shared)).toEqual([])
    rmSync(shared, { recursive: true })
    expect(await madeIn(target)).toEqual(NOTHING)
  })

  test('from a file that names a sequence which none of our tables has', async () => {
    const target = await aDatabase('nothing')
    rewrite((said) => ('sequences' in said ? { ...said, sequences: [{ name: 'public.theirs', last: '7' }] } : said))
    await expect(restoreInto(target, spoilt)).rejects.toThrow('altered after it was written')
  })

  test('of a release that this one does not know', async () => {
    const target = await aDatabase('nothing')
    const first = JSON.parse(wordsOf(little).split('\n')[0] ?? '')
    const write = (migrations: unknown) => rewrite((said) => ('migrations' in said ? { ...said, migrations } : said))
    const later = { name: '99991231000000_of_later', checksum: 'f'.repeat(64) }
    write([...first.migrations, later])
    await expect(restoreInto(target, spoilt)).rejects.toThrow(
      '99991231000000_of_later, which this release does not know',
    )
    const [begun] = first.migrations
    write([{ ...begun, checksum: later.checksum }])
    await expect(restoreInto(target, spoilt)).rejects.toThrow('as it was before it was changed here')
    expect(await madeIn(target)).toEqual(NOTHING)
  })
})
