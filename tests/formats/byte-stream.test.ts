import { describe, expect, test } from 'vitest'
import { byteStream } from '@/lib/formats/byte-stream'
import { checksumOf } from '@/lib/formats/checksum'
import { jsonListLines } from '@/lib/formats/json-lines'

/** Lines without end, and how many of them were made; `ended` once nobody wants more. */
function endless() {
  const seen = { made: 0, ended: false }
  function* lines() {
    try {
      for (;;) {
        seen.made += 1
        yield '稀土'.repeat(500)
      }
    } finally {
      seen.ended = true
    }
  }
  return { seen, lines: lines() }
}

describe('a text that is made as it is read', () => {
  test('is not made before anybody reads, and no further than they read', async () => {
    const { seen, lines } = endless()
    const reader = byteStream(lines).getReader()
    await Promise.resolve()
    expect(seen.made).toBe(0)

    await reader.read()
    const afterOne = seen.made
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    expect(seen.made).toBe(afterOne)
    for (let piece = 0; piece < 9; piece += 1) await reader.read()
    expect(seen.made).toBe(10 * afterOne)
  })

  test('is made no more once its reader goes away', async () => {
    const { seen, lines } = endless()
    const reader = byteStream(lines).getReader()
    await reader.read()
    await reader.cancel()
    expect(seen.ended).toBe(true)
  })

  test('breaks where its making breaks, and never looks whole', async () => {
    async function* broken() {
      yield 'a'.repeat(40_000)
      throw new Error('the database went away')
    }
    const response = new Response(byteStream(broken()))
    await expect(response.text()).rejects.toThrow('the database went away')
  })

  test('arrives as it was', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `${at} 镝 𠮷\n`)
    expect(await new Response(byteStream(lines)).text()).toBe(lines.join(''))
    expect(await new Response(byteStream([])).text()).toBe('')
  })
})

test('a checksum is that of the whole text', async () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `${at} 镝\n`)
  const { sha256, bytes } = await checksumOf(lines)
  const whole = Buffer.from(lines.join(''), 'utf8')
  const digest = await crypto.subtle.digest('SHA-256', whole)
  expect({ sha256, bytes }).toEqual({ sha256: Buffer.from(digest).toString('hex'), bytes: whole.length })
})

test.for([[[]], [[{ a: 1, b: [1, { c: 'x\ny' }] }]], [[1, 'two', null]]])(
  'a list of records is written as the files of the record are: %j',
  ([records = []]) => {
    expect([...jsonListLines(records)].join('')).toBe(`${JSON.stringify(records, null, 1)}\n`)
  },
)
