import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabase, kept } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { remembered } from '@/lib/db/remembered'
import { headRevision } from '@/lib/db/revisions'
import { sizeAt } from '@/lib/db/size'
import { pageMemory } from '@/lib/operating/page-memory.mjs'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append, SOURCE } from '../support/revisions'
import { openSql, type Sql } from './sql'

let owner: Sql
let writer: Database

/** A memory as the pages have theirs. */
const memory = remembered(new Map<number, string>())

beforeAll(async () => {
  const url = await useDatabase('record')
  owner = await openSql(url)
  writer = openDatabase(url, 1)
  await anaAndBen(writer)
})

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

afterAll(async () => {
  await closeDatabase()
  await Promise.all([owner.close(), writer.close()])
})

const [A_SOURCE] = theRecord().sources

/** Publishes a revision that learns of a source with a title. */
function publish(title: string, hash: string): Promise<void> {
  if (A_SOURCE === undefined) throw new Error('a record without sources')
  const record = { ...A_SOURCE, key: SOURCE, title }
  return append(writer, { kind: 'correction', hash: hash.repeat(64) }, [{ kind: 'source', key: SOURCE, record }])
}

/** As if the database had been put back to what it was before a revision. */
function lose(number: number): Promise<unknown> {
  return owner.run(`set local session_replication_role = replica;
    delete from citation where recorded_in >= ${number};
    delete from source_version where recorded_in >= ${number};
    delete from source where recorded_in >= ${number};
    delete from search.document where recorded_in >= ${number};
    delete from publication where revision >= ${number};
    delete from seal where revision >= ${number};
    delete from revision where number >= ${number};`)
}

async function titleAt(revision: number): Promise<string | undefined> {
  return (await ledgerAt(revision))?.sources.find(({ key }) => key === SOURCE)?.title
}

async function remember(number: number): Promise<void> {
  memory.set(number, 'remembered')
  pageMemory().set('/r/2', { a: 'page' }, { size: 1 })
  await sizeAt(number)
}

const known = () => [memory.size, pageMemory().size, kept().ledgers.size, kept().sizes.smallUpTo]

test('what was remembered of a revision stays while that revision stands', async () => {
  await publish('The first title', 'a')
  expect(await headRevision()).toBe(2)
  expect(await titleAt(2)).toBe('The first title')
  await remember(2)
  const { ledgers } = kept()
  expect(await headRevision()).toBe(2)
  expect(kept().ledgers).toBe(ledgers)
  expect(known()).toEqual([1, 1, 1, 2])
})

test('another record under the same number is read anew, and so is all that was made of it', async () => {
  await lose(2)
  await publish('Another title', 'b')
  expect(await headRevision()).toBe(2)
  expect(known()).toEqual([0, 0, 0, 0])
  expect(await titleAt(2)).toBe('Another title')
})

test('what was being made of the record that is gone is forgotten when it is finished', async () => {
  await lose(2)
  await headRevision()
  await remember(1)
  vi.advanceTimersByTime(60_000)
  expect([memory.size, pageMemory().size]).toEqual([0, 0])
})

test('a record that went back is noticed, also when it has grown past where it was', async () => {
  await publish('A third title', 'c')
  await headRevision()
  await remember(2)
  await lose(2)
  expect(await headRevision()).toBe(1)
  expect(known()).toEqual([0, 0, 0, 0])
  await publish('A fourth title', 'd')
  await headRevision()
  await remember(2)
  await titleAt(2)
  await lose(2)
  await publish('A fifth title', 'e')
  await append(writer, { kind: 'verification' }, [])
  expect(await headRevision()).toBe(3)
  expect(known()).toEqual([0, 0, 0, 0])
  expect(await titleAt(2)).toBe('A fifth title')
})

test('who asks at the same time forgets once', async () => {
  await remember(2)
  await lose(2)
  await Promise.all([headRevision(), headRevision(), headRevision()])
  const { seen } = kept()
  expect(await headRevision()).toBe(1)
  expect(kept().seen).toBe(seen)
})
