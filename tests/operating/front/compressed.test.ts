import zlib from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { Compressed, encodingFor } from '@/lib/operating/front/compressed.mjs'

describe('the way of sending', () => {
  test.for([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.5, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['identity', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['zstd', 'identity'],
    ['identity;q=0', 'identity'],
    ['*;q=0', 'identity'],
    ['', 'identity'],
    ['gzip;q=high', 'identity'],
    [undefined, 'identity'],
  ] as const)('for %s is %s', ([accepted, encoding]) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })
})

describe('bytes that are sent many times', () => {
  const bytes = Buffer.from('<p>licence</p>'.repeat(2_000))

  test('are the same in every way of sending', async () => {
    const compressed = new Compressed(bytes)
    expect(zlib.gunzipSync(await compressed.as('gzip'))).toEqual(bytes)
    expect(zlib.brotliDecompressSync(await compressed.as('br'))).toEqual(bytes)
    expect(await compressed.as('identity')).toEqual(bytes)
  })

  test('are compressed once, also for those who ask at the same time', async () => {
    const changed = vi.fn()
    const compressed = new Compressed(bytes, changed)
    await compressed.as('gzip')
    const [one, other] = await Promise.all([compressed.as('br'), compressed.as('br')])
    expect(other).toBe(one)
    expect(await compressed.as('br')).toBe(one)
    expect(changed).toHaveBeenCalledTimes(2)
  })

  test('are not waited for in a way that was not asked for', async () => {
    const compressed = new Compressed(bytes)
    expect(compressed.as('identity')).toBe(bytes)
    const [gzip, br] = await Promise.all([compressed.as('gzip'), compressed.as('br')])
    expect(zlib.brotliDecompressSync(br)).toEqual(zlib.gunzipSync(gzip))
    expect(compressed.held).toBe(gzip.length + br.length)
  })

  test('stay compressed only', async () => {
    const compressed = new Compressed(bytes)
    expect(compressed.held).toBe(bytes.length)
    const gzip = await compressed.as('gzip')
    await compressed.as('identity')
    expect(compressed.held).toBe(gzip.length)
    expect(compressed.held).toBeLessThan(bytes.length / 10)
  })
})
