import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { believedAt } from '@/lib/db/believed'
import { closeDatabase, kept } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { derived } from '@/lib/db/derived'
import { ledgerAt } from '@/lib/db/ledger'
import { readRecord } from '@/lib/db/record'
import { sizeAt } from '@/lib/db/size'
import type { Change, Kind, Records } from '@/lib/ledger/change'
import { LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append, appendHistory } from '../support/revisions'

let database: Database

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  await appendHistory(database)
  await append(database, { reason: 'Of every kind one is called otherwise' }, [
    renamed('material', 'uses'),
    renamed('form', 'nameEn'),
    renamed('regime', 'summary'),
    renamed('instrument', 'summary'),
    renamed('provision', 'item'),
    renamed('party', 'nameEn'),
    renamed('source', 'title'),
    renamed('event', 'title'),
    renamed('claim', 'statement'),
    withAPointLess(),
  ])
  await append(database, { reason: 'A series is taken out' }, [
    { kind: 'indicator', key: one('indicator').key, record: null, retirement: { why: 'Gone.', replacedBy: null } },
  ])
  await append(database, { kind: 'correction', reason: 'It stands again' }, [
    { kind: 'indicator', key: one('indicator').key, record: one('indicator') },
  ])
})

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

const LAST = 10

describe('a record made of one before it and what was changed since', () => {
  test('is what is read whole, byte for byte, along a chain of revisions', async () => {
    for (let revision = 2; revision <= LAST; revision += 1) {
      for (const start of [revision - 1, revision - 3].filter((number) => number > 0)) {
        const before = new Map([[start, readWhole(start)]])
        const made = await derived(database, before, revision)
        expect(JSON.stringify(made), `${start} to ${revision}`).toBe(JSON.stringify(await readWhole(revision)))
      }
    }
  })

  test('is not made where none is near, or none could be read', async () => {
    expect(await derived(database, new Map(), 8)).toBeNull()
    expect(
      await derived(
        database,
        new Map([
          [1, readWhole(1)],
          [9, readWhole(9)],
        ]),
        8,
      ),
    ).toBeNull()
    const broken = Promise.reject(new Error('away'))
    expect(await derived(database, new Map([[7, broken]]), 8)).toBeNull()
  })

  test('is what is kept of a revision that follows one at hand', async () => {
    await ledgerAt(7)
    const asked: string[] = []
    const { pool } = kept().database
    pool.on('acquire', (client) => {
      const query = client.query.bind(client)
      client.query = ((...given: Parameters<typeof query>) => {
        asked.push(JSON.stringify(given[0]))
        return query(...given)
      }) as typeof client.query
    })
    expect(JSON.stringify(await ledgerAt(8))).toBe(JSON.stringify(await readWhole(8)))
    expect(asked.some((text) => text.includes('touched-in'))).toBe(true)
  })
})

describe('the size of a record', () => {
  test('is of the revision that is asked, and none of one that is not published', async () => {
    const before = process.env['HOLD_WHOLE_UP_TO']
    try {
      await closeDatabase()
      process.env['HOLD_WHOLE_UP_TO'] = String(theRecord().provisions.length)
      expect(await sizeAt(1)).toBe('small')
      expect(await sizeAt(LAST)).toBe('small')
      expect(await sizeAt(LAST + 1)).toBeNull()
      await closeDatabase()
      process.env['HOLD_WHOLE_UP_TO'] = String(theRecord().provisions.length - 1)
      expect(await sizeAt(LAST)).toBe('large')
      expect(await sizeAt(1)).toBe('large')
      expect(await sizeAt(LAST + 1)).toBeNull()
    } finally {
      if (before === undefined) delete process.env['HOLD_WHOLE_UP_TO']
      else process.env['HOLD_WHOLE_UP_TO'] = before
      await closeDatabase()
    }
  })
})

function readWhole(revision: number): Promise<WholeRecord> {
  return readRecord(database.prisma, believedAt(revision))
}

function one<K extends Kind>(kind: K): Records[K] {
  const [, second] = theRecord()[LIST_OF[kind]] as readonly Records[K][]
  if (second === undefined) throw new Error(`the record has no second ${kind}`)
  return second
}

function renamed<K extends Kind>(kind: K, field: keyof Records[K]): Change {
  const record = one(kind)
  return { kind, key: record.key, record: { ...record, [field]: `${record[field]} (otherwise)` } } as unknown as Change
}

function withAPointLess(): Change {
  const series = one('indicator')
  return {
    kind: 'indicator',
    key: series.key,
    record: { ...series, points: series.points.slice(0, -1), notes: 'less' },
  }
}
