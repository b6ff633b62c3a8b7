import { afterAll, beforeAll, expect, test } from 'vitest'

const asEver = Buffer.prototype.toJSON

beforeAll(async () => {
  await import('@/lib/operating/front/bytes-in-json.mjs')
})

afterAll(() => {
  Buffer.prototype.toJSON = asEver
})

test('few bytes are written as JSON as Node writes them, and can be read again', () => {
  const bytes = Buffer.from('a page')

  expect(Buffer.from(JSON.parse(JSON.stringify(bytes)))).toEqual(bytes)
})

test('the bytes of a page are not written out as numbers', () => {
  expect(JSON.stringify(Buffer.alloc(300_000)).length).toBeLessThan(100)
})
