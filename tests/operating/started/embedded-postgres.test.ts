import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmbeddedPostgres, ensureDatabase, startEmbeddedPostgres } from '@/lib/operating/embedded-postgres'
import { runningOn } from '@/lib/operating/postgres/running'
import { root } from '@/lib/operating/root'
import { askOnce } from '../../support/ask-once'

const parents: string[] = []
let parent = ''
let folder = ''
/** A folder whose database has been made: making one takes longer than starting it. */
let made = ''
const started: EmbeddedPostgres[] = []

function aParent(): string {
  const fresh = mkdtempSync(path.join(tmpdir(), 'sluice-embedded-'))
  chmodSync(fresh, 0o755)
  parents.push(fresh)
  return fresh
}

beforeAll(() => {
  made = path.join(aParent(), 'postgres')
})

beforeEach(() => {
  parent = aParent()
  folder = path.join(parent, 'postgres')
})

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
})

afterAll(() => {
  for (const one of parents) rmSync(one, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder })
  started.push(server)
  return server
}

describe('the embedded database', () => {
  test('keeps what was written over a stop and a start', async () => {
    folder = made
    const first = await start()
    await ensureDatabase(first, 'sluice')
    await askOnce(first.url('sluice'), 'create table kept as select 42 as answer')
    await first.stop()
    expect(runningOn(folder)).toBeUndefined()

    const second = await start()
    await ensureDatabase(second, 'sluice')
    expect(await askOnce(second.url('sluice'), 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('clears what an interrupted first start left, and starts', async () => {
    mkdirSync(`${folder}.making-123/base`, { recursive: true })
    writeFileSync(`${folder}.making-123.password`, 'half')

    const server = await start()
    expect(await askOnce(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(parent).filter((name) => name.includes('making'))).toEqual([])
  })

  test('starts over a note that a crash left, also when its number is now another process', async () => {
    folder = made
    const first = await start()
    await first.stop()
    // This test's own number: alive, and no PostgreSQL. A PostgreSQL of the same user would refuse to start.
    writeFileSync(
      path.join(folder, 'postmaster.pid'),
      `${process.pid}\n${folder}\n1760000000\n5432\n\n127.0.0.1\n\nready   \n`,
    )

    const second = await start()
    expect(await askOnce(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is refused to a second owner, in words', async () => {
    folder = made
    await start()
    await expect(start()).rejects.toThrow(`Another Sluice (process ${process.pid}) uses the database in ${folder}`)
  })

  test('refuses a folder that holds something else', async () => {
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'holiday.jpg'), '')
    await expect(start()).rejects.toThrow(`${folder} is not empty and holds no database`)
    expect(existsSync(path.join(folder, 'holiday.jpg'))).toBe(true)
  })

  test('says what PostgreSQL said when it does not start', async () => {
    folder = made
    const first = await start()
    await first.stop()
    const version = readFileSync(path.join(folder, 'PG_VERSION'))
    writeFileSync(path.join(folder, 'PG_VERSION'), '12\n')
    await expect(start()).rejects.toThrow(/did not start: database files are incompatible with server/)
    writeFileSync(path.join(folder, 'PG_VERSION'), version)
  })

  test('ends when its owner is killed outright, and has lost nothing', async () => {
    folder = made
    const owner = await anOwner()
    owner.kill('SIGKILL')

    const server = await start() // waits until the other has ended
    expect(await askOnce(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }])
  })
})

/** Another process that starts the database, writes to it, and would stay. */
async function anOwner(): Promise<ChildProcess> {
  const program = `
    import pg from 'pg'
    import { startEmbeddedPostgres } from './lib/operating/embedded-postgres.ts'
    const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} })
    const client = new pg.Client({ connectionString: server.url('postgres') })
    await client.connect()
    await client.query('create table kept as select 42 as answer')
    console.log('written')
    setInterval(() => undefined, 60_000)`
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    owner.stdout?.once('data', () => resolve())
    owner.once('exit', () => reject(new Error('the owner ended before it had written')))
  })
  return owner
}
