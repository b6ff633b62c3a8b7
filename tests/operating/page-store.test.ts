import { createHash } from 'node:crypto'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { scriptPolicy } from '@/lib/operating/page-policy.mjs'
import PageStore from '@/lib/operating/page-store.mjs'

const KEY = '/route-cache/APP_PAGE/abc/$/r/1/2025-10-09/matrix'
const AHEAD = '/route-cache/APP_PAGE/abc/$/r/1/2026-11-23/matrix'

const page = (html: string, status: number | undefined = 200) => ({
  kind: 'APP_PAGE' as const,
  html,
  headers: { 'x-own': '1' } as Record<string, string>,
  rscData: Buffer.from('flight'),
  status,
  postponed: undefined,
  segmentData: new Map([['/_tree', Buffer.from('tree')]]),
})
const context = { cacheControl: { revalidate: false as const, expire: undefined } }

async function put(key: string, value: ReturnType<typeof page>): Promise<void> {
  await new PageStore().set(key, value as never, context as never)
}
const kept = (key: string) => new PageStore().get(key)

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('sluice.page-store'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('the page store', () => {
  test('keeps a page for every instance of itself, with its own lifetime', async () => {
    await put(KEY, page('<p>licence</p>'))
    expect(await kept(KEY)).toMatchObject({ value: { html: '<p>licence</p>' }, cacheControl: context.cacheControl })
  })

  test('keeps nothing for a router that would fetch links ahead', async () => {
    await put(KEY, page('<p>licence</p>'))
    expect((await kept(KEY))?.value).toMatchObject({ segmentData: undefined })
  })

  test.for([404, 400, 503, 500, 308, 307])('does not keep a %s, and forgets what it kept before', async (status) => {
    await put(KEY, page('<p>licence</p>'))
    await put(KEY, page('<p>gone</p>', status))
    expect(await kept(KEY)).toBeNull()
  })

  test.for([
    [404, undefined],
    [400, undefined],
    [500, undefined],
    [503, '30'],
  ] as const)('gives a page that says %i of itself that status, before it is sent', async ([status, retry]) => {
    const refusal = page(`<head><meta name="answer-status" content="${status}"/></head><p>words</p>`)
    await put(KEY, refusal)
    expect(refusal.status).toBe(status)
    expect(refusal.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(refusal.headers['retry-after']).toBe(retry)
    expect(refusal.headers['x-sluice-kept']).toBeUndefined()
    expect(await kept(KEY)).toBeNull()
  })

  test('gives the first reader the policy and the headers that later readers get', async () => {
    const first = page('<script>run()</script>')
    await put(KEY, first)
    expect(first.headers).toEqual({
      'x-own': '1',
      'content-security-policy': scriptPolicy('<script>run()</script>'),
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-sluice-kept': '/r/1/2025-10-09/matrix ever',
    })
    expect((await kept(KEY))?.value).toBe(first)
  })

  test('keeps a page about tomorrow until midnight in Beijing, and one about today for ever', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T15:59:50Z') })
    const ahead = page('<p>scheduled</p>')
    await put(AHEAD, ahead)
    expect(ahead.headers['x-sluice-kept']).toBe(`/r/1/2026-11-23/matrix ${Date.parse('2026-11-22T16:00:00Z')}`)
    await put(KEY, page('<p>licence</p>'))
    vi.advanceTimersByTime(9_000)
    expect(await kept(AHEAD)).not.toBeNull()
    vi.advanceTimersByTime(2_000)
    expect(await kept(AHEAD)).toBeNull()
    await put(AHEAD, page('<p>today</p>'))
    vi.advanceTimersByTime(40 * 86_400_000)
    expect(await kept(AHEAD)).not.toBeNull()
    expect(await kept(KEY)).not.toBeNull()
  })

  test('does not keep what says of a day that came at midnight that it lies ahead', async () => {
    const scheduled = () => page('<body><main id="main" data-future=""><p>has not come yet</p></main></body>')
    vi.useFakeTimers({ now: new Date('2026-11-22T15:59:59.990Z') })
    const before = scheduled()
    await put(AHEAD, before)
    expect(before.headers).toMatchObject({ 'cache-control': 'public, no-cache' })
    expect(before.headers['x-sluice-kept']).toMatch(/ \d+$/)
    expect(await kept(AHEAD)).not.toBeNull()
    vi.setSystemTime(new Date('2026-11-22T16:00:00.010Z'))
    const after = scheduled()
    await put(AHEAD, after)
    expect(after.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(after.headers['x-sluice-kept']).toBeUndefined()
    expect(await kept(AHEAD)).toBeNull()
    const told = page('<main id="main"><p>data-future</p></main>')
    await put(AHEAD, told)
    expect(told.headers['x-sluice-kept']).toMatch(/ ever$/)
    expect(await kept(AHEAD)).not.toBeNull()
  })

  test('lets the least recently read page go when the bytes run out', async () => {
    vi.stubEnv('PAGE_STORE_MB', '1')
    const half = `${'x'.repeat(200_000)}’` // by its one sign beyond Latin-1 each of them takes two bytes
    await put('/a', page(half))
    await put('/b', page(half))
    await kept('/a')
    await put('/c', page(half))
    expect([await kept('/a'), await kept('/b'), await kept('/c')].map((entry) => entry !== null)).toEqual([
      true,
      false,
      true,
    ])
  })

  test('counts two bytes a sign, as they are kept', async () => {
    vi.stubEnv('PAGE_STORE_MB', '1')
    for (const name of ['/a', '/b', '/c']) await put(name, page(`${'x'.repeat(300_000)}’`))
    expect([await kept('/a'), await kept('/b'), await kept('/c')].map((entry) => entry !== null)).toEqual([
      false,
      false,
      true,
    ])
  })

  test('does not let Next remember the lifetime of every address that was ever invented', async () => {
    const lifetimes = Reflect.get(SharedCacheControls, 'cacheControls') as Map<string, unknown>
    for (let number = 0; number <= 10_000; number += 1) lifetimes.set(`/r/1/2025-10-09/materials/${number}`, {})
    await put(KEY, page('<p>licence</p>'))
    expect(lifetimes.size).toBeLessThan(10)
  })
})

describe('the policy of a page', () => {
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

  test('names every inline script once, and no script of a file', () => {
    const html =
      '<script src="/a.js" async=""></script><script>one()</script><script nomodule="">two()</script><script>one()</script>'
    expect(scriptPolicy(html)).toBe(`script-src 'self' ${digest('one()')} ${digest('two()')}`)
  })

  test('takes a script as the browser takes it: with its line breaks, to the first end', () => {
    const html = '<script>\n if (1 < 2) { "<p>" }\n</script ><p>text</p><SCRIPT>x()</SCRIPT>'
    expect(scriptPolicy(html)).toBe(`script-src 'self' ${digest('\n if (1 < 2) { "<p>" }\n')} ${digest('x()')}`)
  })

  test('allows no inline script on a page without one', () => {
    expect(scriptPolicy('<p>words</p>')).toBe("script-src 'self'")
  })
})
