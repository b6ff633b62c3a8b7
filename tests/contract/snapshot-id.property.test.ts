import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { direct } from '@/lib/contract/direction'
import { readHttpDate } from '@/lib/contract/http-date'
import { statusOf } from '@/lib/contract/refusal'
import { addressOfPart, type SnapshotPart, snapshotAddress } from '@/lib/contract/snapshot-address'
import { idsOf, readSnapshotId } from '@/lib/contract/snapshot-id'

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
const digests = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const ids = digests.chain((digest) => fc.constantFrom(...idsOf(digest)))
const PARTS: readonly SnapshotPart[] = ['page', 'image', 'csv', 'lines.csv', 'json', 'xlsx', 'png', 'bib', 'csl.json']
const none = new URLSearchParams()

describe('an id', () => {
  test.prop([ids])('is read as it was made, in capitals and with hyphens too', (id) => {
    expect(readSnapshotId(id)).toEqual({ ok: true, value: id })
    expect(readSnapshotId(`${id.slice(0, 6).toUpperCase()}-${id.slice(6)}`)).toEqual({ ok: true, value: id })
    expect(readSnapshotId(id.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual({ ok: true, value: id })
  })

  test.prop([ids, fc.nat(), fc.integer({ min: 1, max: 31 })])(
    'with one sign wrong is known to be wrong',
    (id, at, by) => {
      const place = at % id.length
      const other = SIGNS[(SIGNS.indexOf(id[place] ?? '') + by) % 32]
      expect(readSnapshotId(`${id.slice(0, place)}${other}${id.slice(place + 1)}`)).toEqual({
        ok: false,
        refusal: 'wrong-sign',
      })
    },
  )

  test.prop([ids])('with one sign too many, too few, or of another alphabet is none', (id) => {
    for (const text of [id.slice(1), `${id}0`, '', `${id.slice(1)}u`, `${id.slice(1)}é`]) {
      expect(readSnapshotId(text)).toEqual({ ok: false, refusal: 'not-an-id' })
    }
  })

  test.prop([digests])('is the beginning of its digest: 80 bits, and more only where those are taken', (digest) => {
    const [id = '', longer = ''] = idsOf(digest)
    const bits = [...id.slice(0, 16)].map((sign) => SIGNS.indexOf(sign).toString(2).padStart(5, '0')).join('')
    const hex = (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('')
    expect(hex).toBe(digest.slice(0, 20))
    expect(longer.startsWith(id.slice(0, 16))).toBe(true)
    expect(longer).toHaveLength(25)
  })
})

describe('an address below /s/', () => {
  test.prop([ids, fc.constantFrom(...PARTS)])('leads to its part, and other spellings to the one', (id, part) => {
    const address = addressOfPart(id, part)
    expect(direct(address, none)).toEqual({ go: 'snapshot', name: id, part })
    expect(direct(address.toUpperCase(), none)).toEqual({ go: 'moved', to: address })
    expect(direct(`${address}/`, none)).toEqual({ go: 'moved', to: address })
  })

  test.prop([digests])('takes a whole digest too', (digest) => {
    expect(direct(`/s/${digest}.json`, none)).toEqual({ go: 'snapshot', name: digest, part: 'json' })
  })

  test('tells a wrong sign from what is no id at all', () => {
    const [id = ''] = idsOf('8c'.repeat(32))
    const wrong = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`
    const told = [wrong, 'hello', `${id}.docx`].map((name) => direct(snapshotAddress(name), none))
    expect(told.map((one) => (one.go === 'refused' ? one.refusal.problems[0].why : one.go))).toEqual([
      'misspelt-snapshot',
      'malformed-snapshot',
      'malformed-snapshot',
    ])
    expect(told.map((one) => (one.go === 'refused' ? statusOf(one.refusal) : 200))).toEqual([400, 400, 400])
    expect(told.map((one) => (one.go === 'refused' ? one.refusal.nearest : 'something'))).toEqual([null, null, null])
  })
})

test('an instant in a header is that instant, or nothing', () => {
  expect(readHttpDate('Sat, 08 Nov 2025 03:04:05 GMT')?.toISOString()).toBe('2025-11-08T03:04:05.000Z')
  for (const text of [
    '',
    'yesterday',
    '2025-11-08',
    'Sun, 08 Nov 2025 03:04:05 GMT',
    'Mon, 31 Nov 2025 03:04:05 GMT',
  ]) {
    expect(readHttpDate(text)).toBeNull()
  }
})
