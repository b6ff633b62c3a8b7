import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDatabaseAway } from '@/lib/db/away'
import { closeDatabase, kept } from '@/lib/db/client'
import { type Database, openDatabase, settingsOf } from '@/lib/db/connection'
import { HoldingPool } from '@/lib/db/holding-pool'
import { ledgerAt } from '@/lib/db/ledger'
import { publicationsOf } from '@/lib/db/publications'
import { askingAt } from '@/lib/db/readers'
import { openReplica } from '@/lib/db/replica'
import { changesOf, headRevision, revisions } from '@/lib/db/revisions'
import { findDocuments } from '@/lib/db/search'
import { versionsOf } from '@/lib/db/versions'
import { ensureDatabase } from '@/lib/operating/embedded-postgres'
import { loadRecord } from '@/lib/operating/load-record'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { askOnce } from '../support/ask-once'
import type { Line } from '../support/line'
import { lineTo } from '../support/line'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append, SOURCE } from '../support/revisions'
import { type Pair, startPair } from '../support/standby'
import { hash } from './sql'

let pair: Pair
let toPrimary: Line
let toCopy: Line
let writer: Database

beforeAll(async () => {
  pair = await startPair(async (server) => {
    await ensureDatabase(server, 'sluice')
    await migrate(server.url('sluice'), inProject('prisma/migrations'))
    expect(await loadRecord({ url: server.url('sluice') })).toMatchObject({ ok: true })
  })
  toPrimary = await lineTo(pair.primary.port)
  toCopy = await lineTo(pair.standby.port)
  process.env['DATABASE_URL'] = through(toPrimary, pair.primary.url('sluice'))
  process.env['DATABASE_REPLICA_URL'] = ` ${through(toCopy, pair.standby.url('sluice'))},`
  writer = openDatabase(pair.primary.url('sluice'), 1)
  await anaAndBen(writer)
})

afterAll(async () => {
  await closeDatabase()
  await writer.close()
  await Promise.all([toPrimary.close(), toCopy.close()])
  await pair.remove()
})

function through(line: Line, address: string): string {
  const url = new URL(address)
  url.port = String(line.port)
  return url.href
}

const copyAt = (revision: number): Database | null => kept().replicas[0]?.at(revision) ?? null

/** Waits until the copy answers at a revision; looking whether it does is what makes it look. */
const ready = (revision: number) => expect.poll(() => copyAt(revision) !== null, { timeout: 20_000 }).toBe(true)

/** What a record of the tests' own was called, the newest first; nothing of this process is kept between two questions. */
async function titlesAt(revision: number): Promise<readonly unknown[]> {
  const versions = await versionsOf('source', SOURCE, revision, 9)
  return versions.map(({ record }) => 'title' in record && record.title)
}

async function publish(title: string): Promise<void> {
  const [first] = theRecord().sources
  if (first === undefined) throw new Error('the record has no source')
  await append(writer, { kind: 'addition' }, [
    { kind: 'source', key: SOURCE, record: { ...first, key: SOURCE, title, url: null } },
  ])
}

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : error),
  )

async function whileCut<Value>(line: Line, ask: () => Promise<Value>): Promise<Value> {
  line.cut()
  try {
    return await ask()
  } finally {
    line.mend()
  }
}

describe('a copy of the database', () => {
  test('answers readers alone, by the rights of readers, once it is known to hold the revision', async () => {
    expect(copyAt(1)).toBeNull()
    await ready(1)
    const copy = copyAt(1)?.pool
    expect((await copy?.query('select current_user as me, pg_is_in_recovery() as copied'))?.rows).toEqual([
      { me: 'sluice_reader', copied: true },
    ])
    await expect(copy?.query('select from draft')).rejects.toThrow('permission denied')

    await whileCut(toPrimary, async () => {
      expect((await ledgerAt(1))?.materials).toHaveLength(theRecord().materials.length)
      expect((await revisions(1)).map(({ number }) => number)).toEqual([1])
      expect(await refusal(headRevision())).toBe('away')
    })
  })

  test('is not asked at a revision that it has not got yet, however long that takes', async () => {
    await pair.hold()
    await publish('As it was first told')
    expect(await askOnce(pair.standby.url('sluice'), 'select max(number) as newest from revision')).toEqual([
      { newest: 1 },
    ])

    for (const until = Date.now() + 500; Date.now() < until; await pause(20)) {
      expect(await headRevision()).toBe(2)
      expect(await titlesAt(2)).toEqual(['As it was first told'])
      expect(await titlesAt(1)).toEqual([])
      expect(copyAt(2)).toBeNull()
    }
    expect((await ledgerAt(2))?.sources).toContainEqual(expect.objectContaining({ key: SOURCE }))
    expect((await changesOf(2)).map(({ key }) => key)).toEqual([SOURCE])
    expect((await revisions(2)).map(({ number }) => number)).toEqual([2, 1])
    expect(await publicationsOf([2], 2)).toHaveLength(1)
    const sought = { said: 'As it was first told', words: 'as it was first told', codes: [], also: [] }
    expect((await findDocuments(sought, 2, 5)).map(({ key }) => key)).toContain(SOURCE)
    expect(copyAt(1)).not.toBeNull() // it goes on answering for what it has

    await whileCut(toPrimary, async () => {
      expect(await refusal(titlesAt(2))).toBe('away')
      expect(await titlesAt(1)).toEqual([])
    })
  })

  test('is asked again once it has caught up', async () => {
    await pair.resume()
    await ready(2)
    expect(await whileCut(toPrimary, () => titlesAt(2))).toEqual(['As it was first told'])
  })

  test('may die at any moment: the primary answers, and the copy is asked again when it is back', async () => {
    await publish('As it was told again')
    await ready(3)
    await whileCut(toCopy, async () => {
      expect(await Promise.all([titlesAt(3), titlesAt(2), revisions(3).then(({ length }) => length)])).toEqual([
        ['As it was told again', 'As it was first told'],
        ['As it was first told'],
        3,
      ])
      expect(copyAt(1)).toBeNull()
    })
    await ready(3)
    expect(await whileCut(toPrimary, () => titlesAt(3))).toHaveLength(2)
  })

  test('that fails is made up for, and a question that ran out of its own time is not asked twice', async () => {
    const asked: Database[] = []
    const failing = (state: string) =>
      askingAt(1, async (database) => {
        asked.push(database)
        if (database === kept().database) return 'the primary'
        await database.pool.query(`do $$ begin raise exception sqlstate '${state}'; end $$`)
        return 'the copy'
      })
    await ready(1)
    expect(await refusal(failing('57014'))).toBe('away')
    expect(asked.splice(0)).toEqual([copyAt(1)])
    expect(await failing('40001')).toBe('the primary') // what PostgreSQL says when it replays what a question still reads
    expect(asked).toHaveLength(2)
    expect(copyAt(1)).toBeNull()
  })

  test('whose name leads to a server that holds less gives no connection to it', async () => {
    const pool = new HoldingPool(settingsOf(pair.standby.url('sluice'), 'sluice_reader', 2))
    pool.promise({ number: 1, hash: (await revisions(1))[0]?.hash ?? '' })
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    pool.promise({ number: 9, hash: hash('9') })
    await expect(pool.query('select 1 as one')).rejects.toThrow('does not hold revision 9')
    await expect(pool.connect()).rejects.toThrow('does not hold revision 9')
    await pool.end()
  })

  test('of another record is never asked', async () => {
    await ensureDatabase(pair.primary, 'another')
    const url = pair.primary.url('another')
    await migrate(url, inProject('prisma/migrations'))
    await askOnce(
      url,
      `insert into revision (number, kind, author, reason, recorded_at, hash)
       values (1, 'addition', 'Somebody else', 'Another record', now(), '${hash('f')}')`,
    )
    const looks = { behindMs: 0, failedMs: 0 }
    const another = openReplica(url, kept().database, looks)
    const own = openReplica(pair.primary.url('sluice'), kept().database, looks)
    await expect.poll(() => own.at(1) !== null, { timeout: 20_000 }).toBe(true)
    for (const until = Date.now() + 500; Date.now() < until; await pause(10)) expect(another.at(1)).toBeNull()
    await Promise.all([another.close(), own.close()])
  })
})
