import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Cursor, readCursor, writeCursor } from '@/lib/contract/api/cursor'

const aCursor: fc.Arbitrary<Cursor> = fc.record({
  list: fc.constantFrom('materials', 'provisions', 'revisions/41'),
  revision: fc.integer({ min: 1, max: 999_999_999 }),
  where: fc.dictionary(fc.constantFrom('instrument', 'regime'), fc.constantFrom('cn-2025-18', 'october-9')),
  after: fc.oneof(fc.string(), fc.constantFrom('Dy', 'provision cn-2025-18-1c905-a-1')),
})
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe('a cursor', () => {
  test.prop([aCursor])('says after its way what it said before, in signs that need no escaping', (cursor) => {
    const text = writeCursor(cursor)
    expect(readCursor(text, cursor.list)).toEqual({ ok: true, value: cursor })
    expect(encodeURIComponent(text)).toBe(text)
  })

  test.prop([aCursor, fc.nat(), fc.constantFrom(...SIGNS)])(
    'with one sign changed is refused',
    (cursor, place, sign) => {
      const text = writeCursor(cursor)
      const at = place % text.length
      fc.pre(text[at] !== sign)
      const changed = text.slice(0, at) + sign + text.slice(at + 1)
      expect(readCursor(changed, cursor.list)).toEqual({ ok: false, refusal: { why: 'malformed-cursor' } })
    },
  )

  test.prop([fc.string()])('that nobody gave out is refused', (text) => {
    expect(readCursor(text, 'materials').ok).toBe(false)
  })

  test.prop([aCursor])('of one list leads nowhere in another', (cursor) => {
    expect(readCursor(writeCursor(cursor), 'claims')).toEqual({
      ok: false,
      refusal: { why: 'foreign-cursor', list: 'claims' },
    })
  })
})
