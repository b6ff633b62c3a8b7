import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { freePort } from '@/lib/operating/embedded-postgres'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import type { Line } from '../support/line'
import { lineTo } from '../support/line'
import { databaseOfTheRun } from '../support/loaded'
import { lackingOfPages } from '../support/strict-page'

/** A server of its own, on a database whose line can be cut: the tests here go from one state of it to the next. */
test.describe.configure({ mode: 'serial' })

const cleanUp: (() => Promise<unknown>)[] = []
let base = ''
let database = ''
let line: Line

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const loaded = await databaseOfTheRun()
  cleanUp.unshift(loaded.drop)
  database = loaded.url
  const url = new URL(database)
  line = await lineTo(Number(url.port || 5432), url.hostname)
  cleanUp.unshift(line.close)

  url.hostname = '127.0.0.1'
  url.port = String(line.port)
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  const server = startNode(
    ['--conditions=react-server', inProject('lib/operating/start.mjs')],
    { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: url.href },
    ['ignore', 'pipe', 'inherit', 'ipc'],
  )
  const ended = endOf(server)
  cleanUp.unshift(() => {
    server.kill('SIGINT')
    return ended
  })
  const ready = new Promise<void>((resolve) => {
    server.stdout?.on('data', (data) => {
      if (String(data).includes('Sluice is ready at')) resolve()
    })
  })
  await Promise.race([ready, ended.then(() => Promise.reject(new Error('Sluice did not start')))])
})

test.afterAll(async () => {
  for (const clean of cleanUp) await clean()
})

const get = (address: string) => fetch(`${base}${address}`, { redirect: 'manual' })

/** The words of a page, without its scripts. */
async function wordsOf(response: Response): Promise<string> {
  return (await response.text()).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ')
}

/** Publishes a revision that changes nothing: somebody looked, and found nothing. */
async function publish(number: number): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query('begin')
  await client.query(
    `insert into person (id, name, email, role) values ('a-test', 'A test', 'test@example.org', 'editor')
     on conflict do nothing`,
  )
  await client.query(
    `insert into revision (number, kind, author, reason, recorded_at, previous_hash, hash)
     select $1, 'verification', 'A test', 'Somebody looked and found nothing new.', now(), hash, $2
     from revision where number = $1 - 1`,
    [number, createHash('sha256').update(String(number)).digest('hex')],
  )
  await client.query(
    `insert into publication (revision, kind, authors, publisher) values ($1, 'verification', '{a-test}', 'a-test')`,
    [number],
  )
  await client.query('commit')
  await client.end()
}

test('a revision that was asked for too early is there the moment it is published', async () => {
  expect((await get('/r/2/2025-11-08/matrix')).status).toBe(404)
  expect((await get('/r/2/2025-11-08/matrix')).status).toBe(404)
  expect((await get('/api/v1/matrix?rev=2&on=2025-11-08')).status).toBe(404)
  await publish(2)
  expect((await get('/r/2/2025-11-08/matrix')).status).toBe(200)
  expect((await get('/api/v1/matrix?rev=2&on=2025-11-08')).status).toBe(200)
})

test('“now” is the newest revision from the next request on, and older ones stay as they were', async () => {
  const old = await (await get('/r/1/2025-11-08/matrix')).text()
  expect((await get('/')).headers.get('x-middleware-rewrite')).toMatch(/^\/r\/2\//)
  await publish(3)
  expect((await get('/')).headers.get('x-middleware-rewrite')).toMatch(/^\/r\/3\//)
  expect((await get('/?on=2025-11-08')).headers.get('location')).toBe('/r/3/2025-11-08/matrix')
  expect(await (await get('/r/1/2025-11-08/matrix')).text()).toBe(old)
})

test.describe('while the database is away', () => {
  test.beforeAll(async () => {
    await get('/r/1/2025-11-08/matrix')
    await get('/')
    line.cut()
  })
  test.afterAll(() => line.mend())

  test('a page that was read before is still there', async () => {
    const response = await get('/r/1/2025-11-08/matrix')
    expect(response.status).toBe(200)
    expect(response.headers.get('x-nextjs-cache')).toBe('HIT')
  })

  test('“now” is the newest revision that was seen, and says that it may not be the newest', async () => {
    const response = await get('/')
    expect(response.status).toBe(200)
    expect(response.headers.get('x-middleware-rewrite')).toMatch(/^\/r\/3\/\d{4}-\d\d-\d\d\/last-seen\/matrix$/)
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(await wordsOf(response)).toContain('This is the newest one seen so far.')
  })

  test('a page of a revision that was read before can still be made', async () => {
    expect((await get('/r/3/2025-10-09/matrix')).status).toBe(200)
  })

  test('what cannot be answered says so with 503, in words, and when to ask again', async () => {
    const response = await get('/r/77/2025-11-08/matrix')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('30')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(lackingOfPages(Object.fromEntries(response.headers))).toEqual([])
    expect(await wordsOf(response)).toContain('does not answer at the moment')
  })

  test('the API says so too, as problem details', async () => {
    const response = await get('/api/v1/matrix?rev=77&on=2025-11-08')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('30')
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 503, type: 'urn:sluice:problem:record-away' })
  })
})

test('everything is as before once the database is back: no failure was kept', async () => {
  expect((await get('/r/77/2025-11-08/matrix')).status).toBe(404)
  const response = await get('/')
  expect(response.headers.get('x-middleware-rewrite')).toMatch(/^\/r\/3\/\d{4}-\d\d-\d\d\/matrix$/)
  expect(await wordsOf(response)).not.toContain('newest one seen so far')
})
