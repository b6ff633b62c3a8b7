import fc from 'fast-check'

/** What must never come back raw in a page, a frame, a feed or a picture: a tag, and both marks that end an attribute. */
export const MARK = `<zq7 a="zq8'zq9&zq0>`

/** A header that an answer has where a line break of a value got into its head. */
export const SMUGGLED = 'x-zq7'

/** Names that every object has, and that no list of keys may have on that account. */
export const OF_PROTOTYPES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']

const OF_MARKUP = [
  MARK,
  `"><script>zq7(1)</script>${MARK}`,
  `</script>${MARK}`,
  `-->${MARK}`,
  `]]>${MARK}`,
  `javascript:zq7(1)//${MARK}`,
  `\${7*7}{{7*7}}${MARK}`,
]

const OF_SCRIPTS = [
  '',
  ' ',
  '\u{0}',
  'Dy\u{0}',
  'Dy\r\nx-zq7: 1',
  '\u{202e}yD',
  '\u{2066}Dy\u{2069}',
  'مرحبا',
  'D\u{301}\u{301}\u{301}y',
  'e\u{301}'.repeat(300),
  '\u{d800}',
  '\u{dfff}x',
  '\u{feff}Dy',
  '\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}',
  '\u{10ffff}',
  'Ｄｙ',
  '２０２５-１１-０８',
  'ı',
  'ß',
  '镝'.repeat(200),
]

const OF_NUMBERS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '1e400',
  '-0',
  'NaN',
  'Infinity',
  '0x10',
  '007',
  '2147483648',
  '4294967296',
  '9007199254740993',
  '9'.repeat(400),
  '1_000',
  '１',
]

export const OF_DAYS = [
  '2026-02-30',
  '0000-00-00',
  '0000-01-01',
  '+275760-09-13',
  '-000001-01-01',
  '10000-01-01',
  '9999-12-31',
  '2025-1-1',
  ' 2025-11-08',
  '2025-11-08 ',
  '2025-11-08T00:00:00Z',
  '2025-11-08T24:00',
  '２０２５-１１-０８',
  '08.11.2025',
  'today',
  'now',
]

const OF_PATHS = [
  '..',
  '../',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f',
  '%5c..%5c',
  '/etc/passwd',
  'file:///etc/passwd',
  '//zq7.example/',
  '/\\zq7.example',
  'https://zq7.example/',
  'http://127.0.0.1:5432/',
  '.',
  'a/b',
  'a%2fb',
  '%00',
  '%',
  '%zz',
  '%E4%B8',
  '%25%32%66',
]

const OF_DATABASES = ["'", "' or 1=1 --", "'; select pg_sleep(9) --", '\\', '%_', '& | ! ( ) : *', "':*", '\\x00', '$1']

const OF_SIZE = [
  'x'.repeat(1000),
  'x'.repeat(6000),
  'a-'.repeat(1500),
  '['.repeat(2000),
  '('.repeat(2000),
  '-'.repeat(999),
]

/** Texts that broke somebody's program before: of markup, scripts, numbers, days, paths, databases, prototypes and size. */
export const HOSTILE: readonly string[] = [
  ...OF_MARKUP,
  ...OF_SCRIPTS,
  ...OF_NUMBERS,
  ...OF_DAYS,
  ...OF_PATHS,
  ...OF_DATABASES,
  ...OF_PROTOTYPES,
  ...OF_SIZE,
]

/** Any text, the worst that are known above all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 6 },
  { arbitrary: fc.constantFrom(...OF_MARKUP), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 1 },
  { arbitrary: fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map(([a, b]) => a + b), weight: 1 },
)

/** A text that is good but for a sign or two: another sign, one more, one less, another case, itself twice. */
export function nearly(good: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const sign = fc.constantFrom('', ' ', '-', '.', ',', '/', '%', '\u{0}', 'x', '0', '9', 'é', '"', '<', '\u{301}', '+')
  return fc
    .tuple(good, fc.nat(), sign, fc.constantFrom('put', 'replace', 'upper', 'lower', 'twice', 'cut'))
    .map(([text, number, other, how]) => {
      const at = text === '' ? 0 : number % (text.length + 1)
      if (how === 'upper') return text.toUpperCase()
      if (how === 'lower') return text.toLowerCase()
      if (how === 'twice') return text + text
      if (how === 'cut') return text.slice(0, at)
      return text.slice(0, at) + other + text.slice(how === 'put' ? at : at + 1)
    })
}

/** A text as an address carries it: what UTF-8 has no bytes for goes in the bytes that a careless program writes. */
export function percent(text: string, keep = /[\w.~-]/): string {
  return [...text]
    .map((sign) => {
      if (keep.test(sign) && /[!-~]/.test(sign)) return sign
      const code = sign.codePointAt(0) ?? 0
      const lone = code >= 0xd800 && code <= 0xdfff
      const bytes = lone ? [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)] : [...Buffer.from(sign)]
      return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    })
    .join('')
}
