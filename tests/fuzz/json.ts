import fc from 'fast-check'
import { HOSTILE, OF_PROTOTYPES } from './hostile'

export type Body = { readonly type: string; readonly text: string | Buffer }

/** Values that JSON writes and few programs think of. They stand for a piece of text, as no value of ours is written so. */
const RAW = ['1e400', '-1e400', '1e-400', '9'.repeat(400), '-0', 'null', '[]', '{}', '""', '{"__proto__":{"rev":1}}']

const DEEP = 10_000
const DEEP_ONES = ['['.repeat(DEEP) + ']'.repeat(DEEP), `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`]

/** Ten megabytes. */
const LARGE = 10_000_000

const TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'application/json-patch+json', 'x']

/** Bodies about a good one: as it is, one value of it another, with names of prototypes, cut, deep, large, or no JSON. */
export function hostileBody(good: fc.Arbitrary<unknown>): fc.Arbitrary<Body> {
  const text = good.map((value) => JSON.stringify(value))
  const json = 'application/json'
  return fc.oneof(
    { arbitrary: text.map((one): Body => ({ type: json, text: one })), weight: 4 },
    {
      arbitrary: fc.tuple(text, fc.nat(), odd).map(([one, at, put]) => ({ type: json, text: other(one, at, put) })),
      weight: 6,
    },
    {
      arbitrary: fc.tuple(text, fc.nat()).map(([one, at]) => ({ type: json, text: one.slice(0, at % one.length) })),
      weight: 1,
    },
    { arbitrary: fc.tuple(text, fc.constantFrom(...TYPES)).map(([one, type]) => ({ type, text: one })), weight: 1 },
    { arbitrary: fc.constantFrom(...DEEP_ONES).map((one) => ({ type: json, text: one })), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }).map((one) => ({ type: json, text: Buffer.from(one) })), weight: 1 },
    { arbitrary: text.map((one) => ({ type: json, text: one + ' '.repeat(LARGE) })), weight: 1 },
  )
}

const odd: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...RAW),
  fc.constantFrom(...HOSTILE).map((text) => JSON.stringify(text)),
  fc.tuple(fc.constantFrom(...OF_PROTOTYPES), fc.constantFrom(...RAW)).map(([name, value]) => `{"${name}":${value}}`),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
)

/** A JSON text with another value, or another name, in one of its places. */
export function other(text: string, number: number, put: string): string {
  const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g)]
  const place = places[number % Math.max(places.length, 1)]
  if (place === undefined) return put
  return text.slice(0, place.index) + put + text.slice(place.index + place[0].length)
}
