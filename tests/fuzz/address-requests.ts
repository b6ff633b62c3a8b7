import fc from 'fast-check'
import { PAGES, REFUSALS } from '../e2e/support/pages'
import { oldAddresses } from '../support/old-addresses'
import { hostileText, nearly, OF_PROTOTYPES, percent } from './hostile'
import { type Asked, plainly } from './sending'

const SUFFIXES = [
  '.csv',
  '.xlsx',
  '.svg',
  '.png',
  '.json',
  '.cells.csv',
  '.pdf',
  '..csv',
  '.csv.csv',
  '/og.png',
  '.',
  '/',
]
const PREFIXES = [
  '/zh',
  '/embed',
  '/embed/strip',
  '/timemap',
  '/timemap/link',
  '/cite',
  '/r/1/2025-11-08',
  '/api/v1',
  '/',
]
const FIELDS = [
  'on',
  'rev',
  'known',
  'to',
  'from',
  'party',
  'use',
  'route',
  'q',
  'a',
  'b',
  'material',
  'until',
  'kind',
  '_rsc',
]

/** What an address may keep as it is written: only what no request line can carry is put into percents. */
const LOOSELY = /[\w.~\-/?#[\]@!$&'()*+,;=:%]/

/** Every shape of address that was ever published, with the id of a snapshot where one is wanted. */
function shapes(snapshot: string): readonly string[] {
  const old = oldAddresses().map(({ address }) =>
    address.replace('<snapshot>', snapshot).replace('<digest>', 'a'.repeat(64)).replace('<origin>', 'http://localhost'),
  )
  return [...new Set([...PAGES.map(({ address }) => address), ...REFUSALS.map(({ address }) => address), ...old])]
}

/**
 * Requests for pages, files, pictures, frames, feeds and searches: addresses of every shape, as they are and broken.
 *
 * @param more good addresses besides those that were ever published.
 */
export function addressRequests(snapshot: string, more: readonly fc.Arbitrary<string>[] = []): fc.Arbitrary<Asked> {
  const shape = fc.constantFrom(...shapes(snapshot))
  const address = fc.oneof({ arbitrary: shape, weight: 4 }, ...more)
  const broken = fc.tuple(address, mutation).map(([one, change]) => change(one))
  const twice = fc.tuple(broken, mutation).map(([one, change]) => change(one))
  return fc
    .oneof({ arbitrary: address, weight: 1 }, { arbitrary: broken, weight: 5 }, { arbitrary: twice, weight: 2 })
    .map((path) => plainly(percent(path.slice(0, 7000), LOOSELY)))
}

type Mutation = (address: string) => string

/** One change of an address: of a segment, of its end, of its beginning, of its query. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { arbitrary: fc.tuple(fc.nat(), hostileText).map(([at, text]) => segment(at, () => [percent(text)])), weight: 6 },
  fc.tuple(fc.nat(), hostileText).map(([at, text]) => segment(at, () => [text])),
  fc.tuple(fc.nat(), hostileText).map(([at, text]) => segment(at, (one) => [one, percent(text)])),
  fc.nat().map((at) => segment(at, () => [])),
  fc.nat().map((at) => segment(at, (one) => [one, one])),
  fc
    .nat()
    .chain((at) =>
      nearly(fc.constant('\u{1}')).map((text) => segment(at, (one) => [percent(text.replace('\u{1}', one))])),
    ),
  fc.tuple(fc.nat(), fc.constantFrom(...OF_PROTOTYPES)).map(([at, name]) => segment(at, () => [name])),
  fc.constantFrom(...SUFFIXES).map((suffix) => before('?', suffix)),
  fc.constantFrom(...PREFIXES).map(
    (prefix): Mutation =>
      (address) =>
        prefix + address,
  ),
  fc.constant<Mutation>((address) => address.replace(/[a-z]/gi, (sign) => percent(sign, /^$/))),
  { arbitrary: fc.array(fc.tuple(fieldName(), hostileText), { minLength: 1, maxLength: 3 }).map(asked), weight: 4 },
)

function segment(number: number, change: (one: string) => readonly string[]): Mutation {
  return (address) => {
    const [path = '', ...query] = address.split('?')
    const [, ...segments] = path.split('/')
    const at = number % segments.length
    const changed = segments.flatMap((one, place) => (place === at ? change(one) : [one]))
    return [`/${changed.join('/')}`, ...query].join('?')
  }
}

function before(mark: string, put: string): Mutation {
  return (address) => {
    const at = address.indexOf(mark)
    return at < 0 ? address + put : address.slice(0, at) + put + address.slice(at)
  }
}

function fieldName(): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: fc.constantFrom(...FIELDS, ...OF_PROTOTYPES), weight: 5 }, hostileText)
}

function asked(pairs: readonly (readonly [string, string])[]): Mutation {
  const query = pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&')
  return (address) => address + (address.includes('?') ? '&' : '?') + query
}
