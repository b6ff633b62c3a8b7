import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { FEED_PATHS, feedAddress, readFeedQuery } from '@/lib/contract/feed-address'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { changesPage } from '@/lib/reading/changes'
import { openAt } from '@/lib/reading/door'
import { revisionFeed } from '@/lib/reading/feed'
import { useDatabase } from '../support/database'
import { ANA, anaAndBen, BEN } from '../support/people'

const LOOKS = 104

let database: Database

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  for (let number = 2; number <= LOOKS + 1; number += 1) await look(number)
}, 120_000)

/** Nothing was found, so nothing changes: two rows are the whole revision. */
async function look(number: number): Promise<void> {
  const { prisma } = database
  const before = await prisma.revision.findUniqueOrThrow({ where: { number: number - 1 } })
  const hash = number.toString(16).padStart(64, '0')
  const said = { number, kind: 'verification', author: 'an editor', reason: 'Looked', recordedAt: before.recordedAt }
  const published = { revision: number, kind: 'verification', authors: [ANA], publisher: BEN }
  await prisma.$transaction([
    prisma.revision.create({ data: { ...said, previousHash: before.hash, hash } }),
    prisma.publication.create({ data: published }),
  ])
}

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

/** The numbers that the pages list from an address on, page by page, and the address of each. */
async function walk(revision: number): Promise<readonly (readonly [number | null, readonly number[]])[]> {
  const pages: [number | null, readonly number[]][] = []
  let before: number | null = null
  do {
    const { entries, earlier } = await listed(revision, before)
    pages.push([before, entries.map((entry) => entry.revision.number)])
    before = earlier
  } while (before !== null)
  return pages
}

async function listed(revision: number, before: number | null) {
  const read = readAddress([String(revision), '2026-11-24', 'changes'])
  const opened = await openAt((read as { readonly value: Coordinates }).value)
  if (!opened.ok) throw new Error('not open')
  return changesPage(opened.value, before)
}

test('many revisions are told on pages of fifty, each once and none twice', async () => {
  const pages = await walk(LOOKS + 1)
  expect(pages.map(([before, numbers]) => [before, numbers.length])).toEqual([
    [null, 50],
    [56, 50],
    [6, 5],
  ])
  expect(pages.flatMap(([, numbers]) => numbers)).toEqual(Array.from({ length: LOOKS + 1 }, (_, at) => LOOKS + 1 - at))
})

test('each page leads back to the later ones', async () => {
  expect((await listed(105, null)).later).toBeNull()
  expect((await listed(105, 56)).later).toBe('newest')
  expect((await listed(105, 6)).later).toBe(56)
})

test('an address at an earlier revision begins with that one', async () => {
  expect((await walk(60))[0]?.[1][0]).toBe(60)
})

/** The pages of a feed, by the numbers on them, from its first on; the last is the one that each says is. */
async function feedPages(address: string): Promise<readonly (readonly number[])[]> {
  const { entries, older, last, self } = await feedAt(address)
  const numbers = entries.map(({ revision }) => revision)
  if (older === null) expect(last).toBe(self)
  return older === null ? [numbers] : [numbers, ...(await feedPages(older))]
}

async function feedAt(address: string) {
  const query = readFeedQuery(FEED_PATHS.atom, new URLSearchParams(address.split('?')[1] ?? ''))
  if (!query.ok) throw new Error('not a query')
  const feed = await revisionFeed(FEED_PATHS.atom, query.value, '')
  if (!feed.ok) throw new Error('no feed')
  return feed.value
}

test('the feed tells fifty a page, and leads from each to the older and the newer', async () => {
  const pages = await feedPages('/feed.xml')
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 5])
  expect(pages.flat()).toEqual(Array.from({ length: LOOKS + 1 }, (_, at) => LOOKS + 1 - at))
  const [first, second, third] = await Promise.all(
    ['', '?before=56', '?before=6'].map((query) => feedAt(`/feed.xml${query}`)),
  )
  expect([first?.newer, first?.older, first?.last]).toEqual([null, '/feed.xml?before=56', '/feed.xml?before=6'])
  expect([second?.newer, second?.older]).toEqual(['/feed.xml', '/feed.xml?before=6'])
  expect([third?.newer, third?.older]).toEqual(['/feed.xml?before=56', null])
})

test('a feed that follows something has pages of its own', async () => {
  const followed = { materials: [], regimes: [], kinds: ['verification'] as const }
  expect((await feedPages(feedAddress(FEED_PATHS.atom, followed))).map(({ length }) => length)).toEqual([50, 50, 4])
})
