import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { find, keep } from '@/lib/operating/front/kept.mjs'
import { holds } from '@/lib/operating/front/send.mjs'
import { pageMemory } from '@/lib/operating/page-memory.mjs'

const EVER = { until: null, now: null, tag: null }
const page = (text: string) => Buffer.from(`<p>${text}</p>`.repeat(500))

/** Bytes that no compression makes fewer. */
const noise = (length: number) => randomBytes(length)

function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('sluice.page-store'))
}

beforeEach(forget)
afterEach(() => {
  forget()
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('what is kept', () => {
  test('has the fields of the answer, without what belongs to one sending of it', async () => {
    const fields: [string, unknown][] = [
      ['content-type', 'text/html; charset=utf-8'],
      ['link', ['<a>', '<b>']],
      ['content-length', 6],
      ['content-encoding', 'gzip'],
      ['etag', '"next"'],
      ['vary', 'rsc'],
      ['x-nextjs-cache', 'MISS'],
      ['ratelimit', '"computed";r=1;t=60'],
      ['ratelimit-policy', '"computed";q=600;w=60'],
      ['x-request-id', 'a-reader'],
      ['set-cookie', 'a=b'],
    ]
    await keep('a', EVER, fields, page('a'))
    expect(find('a')?.head.fields).toEqual([
      ['content-type', 'text/html; charset=utf-8'],
      ['link', ['<a>', '<b>']],
      ['x-nextjs-cache', 'HIT'],
      ['vary', 'rsc, Accept-Encoding'],
    ])
  })

  test('says once that it depends on the encoding', async () => {
    await keep('a', EVER, [['vary', 'rsc, accept-encoding']], page('a'))
    expect(find('a')?.head.fields).toContainEqual(['vary', 'rsc, accept-encoding'])
  })

  test('has a tag that the bytes alone decide, or the one that the answer had', async () => {
    const [a, b, other] = await Promise.all([
      keep('a', EVER, [], page('a')),
      keep('b', EVER, [['link', '<b>']], page('a')),
      keep('c', EVER, [], page('c')),
    ])
    expect(a.head.tag).toMatch(/^W\/"[\w-]{43}"$/)
    expect(b.head.tag).toBe(a.head.tag)
    expect(other.head.tag).not.toBe(a.head.tag)
    const own = await keep('d', { ...EVER, tag: '"rules-1-a"' }, [], page('a'))
    expect(own.head.tag).toBe('"rules-1-a"')
  })

  test('holds the same bytes once, at however many addresses they stand', async () => {
    const bytes = noise(100_000)
    await keep('/r/1/2026-11-22/matrix', EVER, [], bytes)
    const one = pageMemory().calculatedSize
    await keep('/', { until: null, now: '1 2026-11-22', tag: null }, [], bytes)
    expect(pageMemory().calculatedSize - one).toBeLessThan(2_000)
    expect(find('/')?.body).toBe(find('/r/1/2026-11-22/matrix')?.body)
  })

  test('is forgotten at the instant from which it may be something else', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 })
    await keep('a', { until: 2_000, now: null, tag: null }, [], page('a'))
    vi.setSystemTime(1_999)
    expect(find('a')).not.toBeNull()
    vi.setSystemTime(2_000)
    expect(find('a')).toBeNull()
  })

  test('takes no more memory than there is for pages, brotli included', async () => {
    vi.stubEnv('PAGE_STORE_MB', '1')
    for (let number = 0; number < 30; number += 1) {
      const bytes = Buffer.concat([Buffer.from(String(number)), noise(60_000)])
      await (await keep(`/${number}`, EVER, [], bytes)).body.as('br')
      expect(pageMemory().calculatedSize).toBeLessThanOrEqual(1024 * 1024)
    }
    expect(find('/0')).toBeNull()
    expect(find('/29')).not.toBeNull()
    const held = [...pageMemory().values()].reduce((sum, { held: bytes = 0 }) => sum + bytes, 0)
    expect(held).toBeGreaterThan(100_000)
    expect(held).toBeLessThanOrEqual(1024 * 1024)
  })

  test('is nothing without its bytes', async () => {
    const { head } = await keep('a', EVER, [], page('a'))
    pageMemory().delete(head.body)
    expect(find('a')).toBeNull()
  })
})

test.for([
  ['W/"a"', true],
  ['"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['', false],
  [undefined, false],
] as const)('who says %s holds the answer: %s', ([given, held]) => {
  expect(holds(given, 'W/"a"')).toBe(held)
})
