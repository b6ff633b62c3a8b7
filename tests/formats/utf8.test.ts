import { describe, expect, test } from 'vitest'
import { readUtf8 } from '@/lib/formats/utf8'

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part])))),
  )

describe('bytes of a text', () => {
  test('are read with and without a byte order mark', () => {
    expect(readUtf8(bytes('镝'))).toEqual({ ok: true, value: '镝' })
    expect(readUtf8(bytes('\u{feff}镝'))).toEqual({ ok: true, value: '镝' })
    expect(readUtf8(bytes())).toEqual({ ok: true, value: '' })
  })

  test.for([
    ['UTF-16', new Uint8Array(Buffer.from('\u{feff}key', 'utf16le')), { why: 'utf-16' }],
    ['UTF-16 the other way', bytes(0xfe, 0xff, 0, 'k'), { why: 'utf-16' }],
    ['UTF-16 that does not say so', new Uint8Array(Buffer.from('key', 'utf16le')), { why: 'not-text' }],
    ['Latin-1', bytes('key\nS\n', 0xe9, 'oul\n'), { why: 'not-utf-8', line: 3 }],
    ['a character cut in two', bytes('镝\n', 0xe9, 0x95), { why: 'not-utf-8', line: 2 }],
    ['GB 18030', bytes(0xef, 0xe0, '\n'), { why: 'not-utf-8', line: 1 }],
  ] as const)('are refused when they are %s', ([, given, refusal]) => {
    expect(readUtf8(given)).toEqual({ ok: false, refusal })
  })
})
