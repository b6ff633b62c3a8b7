import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { ComputedLimit, type Sum } from '@/lib/sharing/computed-limit'
import { countComputed, tellTurnedAway } from '@/lib/sharing/crowd'
import { openSql, type Sql } from '../db/sql'
import { useDatabase } from '../support/database'

const NOW = 1_795_363_200_000

/** What processes have in common, in memory: the sum of each network, and how often it was asked. */
function inCommon() {
  const had = new Map<string, number>()
  const sum = vi.fn<Sum>(async (network, points) => {
    had.set(network, (had.get(network) ?? 0) + points)
    return { points: had.get(network) ?? 0, left: 60_000 }
  })
  return { sum, had }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Takes so many, as readers do, one after the other; how many there were. */
async function takes(limit: ComputedLimit, times: number, network = 'a'): Promise<number> {
  let had = 0
  for (let time = 0; time < times; time += 1) {
    if (!limit.take(network).over) had += 1
    await settled()
  }
  return had
}

describe('what a network has made for it', () => {
  test('is so much in a minute, and then again', async () => {
    let now = NOW
    const common = inCommon()
    const limit = new ComputedLimit(40, common.sum, () => now)
    expect(await takes(limit, 50)).toBe(40)
    now += 29_500
    expect(limit.take('a')).toEqual({ left: 0, seconds: 31, over: true })
    expect(limit.take('b')).toEqual({ left: 39, seconds: 60, over: false })
    now += 60_000
    common.had.clear()
    expect(await takes(limit, 50)).toBe(40)
  })

  test('is added up over processes, in steps: no answer costs a write', async () => {
    const { sum } = inCommon()
    const [one, two] = [new ComputedLimit(100, sum, () => NOW), new ComputedLimit(100, sum, () => NOW)]
    expect(await takes(one, 60)).toBe(60)
    const had = await takes(two, 60)
    expect(had).toBeLessThanOrEqual(45) // a step each beyond what is left
    expect(had).toBeGreaterThanOrEqual(40)
    expect(sum.mock.calls.length).toBeLessThanOrEqual(21)
    const before = sum.mock.calls.length
    expect(await takes(two, 1_000)).toBe(0)
    expect(sum.mock.calls.length).toBe(before)
  })

  test('is counted by each process alone while the database is away, which is not asked each time', async () => {
    let now = NOW
    const sum = vi.fn<Sum>(() => Promise.reject(new Error('away')))
    const limit = new ComputedLimit(100, sum, () => now)
    expect(await takes(limit, 150)).toBe(100)
    expect(sum).toHaveBeenCalledTimes(1)
    now += 60_000
    await takes(limit, 10)
    expect(sum).toHaveBeenCalledTimes(2)
  })

  test('is remembered of so many networks, and of the latest', async () => {
    const limit = new ComputedLimit(2, inCommon().sum, () => NOW)
    await takes(limit, 2, 'first')
    for (let network = 0; network < 19_999; network += 1) limit.take(`n${network}`)
    expect(limit.take('first').over).toBe(true)
    limit.take('one more')
    expect(limit.take('first').over).toBe(false)
  })
})

describe('over the database', () => {
  let owner: Sql

  beforeAll(async () => {
    owner = await openSql(await useDatabase('tables'))
    vi.stubEnv('COMPUTED_PER_MINUTE', '40')
  })
  afterEach(() => vi.stubEnv('TRUSTED_PROXY', 'false'))
  afterAll(async () => {
    vi.unstubAllEnvs()
    await owner.close()
    await closeDatabase()
  })

  test('networks are added up under digests, editors beside readers, and told how they stand', async () => {
    const from = (address: string) => ({ 'x-peer-address': address })
    const all = Array.from({ length: 44 }, () => countComputed(from('192.0.2.7'), 'readers'))
    expect(all[0]).toEqual({ policy: '"computed";q=40;w=60', state: '"computed";r=39;t=60', seconds: null })
    expect(all.map((one) => one?.seconds === null).lastIndexOf(true)).toBe(39)
    expect(countComputed(from('192.0.2.7'), 'editors')?.seconds).toBeNull()
    expect(countComputed(from('192.0.2.8'), 'readers')?.seconds).toBeNull()
    expect(countComputed(from('2001:db8::1'), 'readers')?.state).toBe('"computed";r=39;t=60')
    expect(countComputed(from('2001:db8::ffff'), 'readers')?.state).toBe('"computed";r=38;t=60')
    await vi.waitFor(async () => {
      const rows = await owner.run('select key, points from sharing_limit order by points')
      expect(rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(rows)).not.toMatch(/192\.0|2001/)
    })
  })

  test('who has many networks of IPv6 has as much as eight of them', () => {
    const from = (network: number) =>
      countComputed({ 'x-peer-address': `2001:db8:5:${network.toString(16)}::1` }, 'readers')?.seconds
    let had = 0
    for (let one = 0; one < 1_000; one += 1) if (from(one) === null) had += 1
    expect(had).toBe(320)
    expect(countComputed({ 'x-peer-address': '2001:db8:6::1' }, 'readers')?.seconds).toBeNull()
    expect(countComputed({ 'x-peer-address': '2001:db8:5::1' }, 'editors')?.seconds).toBeNull()
  })

  test('one network that asks on and on takes nothing from its neighbours', () => {
    const from = (address: string) => countComputed({ 'x-peer-address': address }, 'readers')?.seconds
    for (let time = 0; time < 1_000; time += 1) from('2001:db8:7:1::1')
    expect(from('2001:db8:7:2::1')).toBeNull()
  })

  test('a proxy is believed what it says of the reader only where it is trusted', () => {
    const through = { 'x-peer-address': '198.51.100.1', 'x-forwarded-for': '203.0.113.9' }
    countComputed(through, 'readers')
    vi.stubEnv('TRUSTED_PROXY', 'true')
    expect(countComputed(through, 'readers')?.state).toBe('"computed";r=39;t=60')
  })
})

test('it is lent before anybody is answered', async () => {
  const home = globalThis as { 'sluice.crowd'?: { readonly count: unknown }; 'sluice.service'?: unknown }
  const { 'sluice.crowd': crowd, 'sluice.service': service } = home
  Reflect.deleteProperty(home, 'sluice.crowd')
  vi.resetModules()
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  const { register } = await import('@/instrumentation')
  await register()
  const first = home['sluice.crowd']
  expect(first?.count).toBeTypeOf('function')
  vi.resetModules()
  await import('@/lib/sharing/crowd')
  expect(home['sluice.crowd']).toBe(first) // of two counts each would let through as much as one
  Object.assign(home, { 'sluice.crowd': crowd, 'sluice.service': service })
  vi.unstubAllEnvs()
})

describe('who is turned away', () => {
  test('reads it in a sentence and in their language, on a page that runs nothing', () => {
    const page = tellTurnedAway(503, 7, { url: '/zh/search?q=<script>' })
    expect(page.text).toContain('<html lang="zh-Hans">')
    expect(page.text).toContain('7 秒')
    expect(page.text).toContain('href="/zh"')
    expect(page.text).not.toContain('script')
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("script-src 'none'"),
    })
    expect(tellTurnedAway(429, 1, { url: '/search' }).text).toContain('Ask again in one second.')
    expect(
      tellTurnedAway(503, 5, { url: '/embed/r/1/2026-11-22/matrix' }).headers['content-security-policy'],
    ).toContain('frame-ancestors *')
  })

  test('reads it as problem details where a machine asked', () => {
    const { headers, text } = tellTurnedAway(429, 12, { url: '/api/v1/search?q=Dy' })
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({
      type: 'urn:sluice:problem:too-many-answers',
      status: 429,
      instance: '/api/v1/search?q=Dy',
      detail: expect.stringContaining('12 seconds'),
    })
    expect(JSON.parse(tellTurnedAway(503, 2, { url: '/api/v1/search' }).text)).toMatchObject({
      type: 'urn:sluice:problem:crowded',
      status: 503,
    })
  })
})
