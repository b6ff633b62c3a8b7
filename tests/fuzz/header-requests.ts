import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { hostileText } from './hostile'
import { type Asked, plainly } from './sending'

const ADDRESSES = [
  ...['/', '/materials/Dy', '/r/1/2025-11-08/matrix', '/zh', '/search?q=Dy', '/compare', '/data', '/no/such/page'],
  ...['/api/v1/status?material=Dy&form=metal', '/api/v1/openapi.json', '/api/palette?q=Dy', '/api/docs', '/healthz'],
  ...[
    '/feed.xml',
    '/feed.json',
    '/calendar.ics',
    '/sitemap.xml',
    '/robots.txt',
    '/icon.svg',
    '/favicon.ico',
    '/readyz',
  ],
  ...['/r/1/2025-11-08/matrix.csv', '/r/1/2025-11-08/matrix.xlsx', '/r/1/2025-11-08/matrix.svg', '/embed/matrix'],
  ...[
    '/data/r/1/materials.csv',
    '/data/revisions.jsonl',
    '/timemap/materials/Dy',
    '/admin',
    '/admin/sign-in',
    '/s',
    '/check',
  ],
  ...['/admin/import/upload', '/api/v1/snapshots', '/r/1/2025-11-08/matrix/og.png', '/_next/static/x.js', '/metrics'],
]

const METHODS = [
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'PROPFIND',
  'MKCOL',
  'SEARCH',
  'PURGE',
]

/** What programs on the way, browsers and Next itself say in a request. */
const NAMES = [
  ...['accept', 'accept-language', 'accept-encoding', 'accept-charset', 'if-none-match', 'if-modified-since', 'range'],
  ...['if-range', 'if-match', 'host', 'origin', 'referer', 'user-agent', 'cookie', 'authorization', 'x-forwarded-for'],
  ...['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip', 'via', 'x-original-url'],
  ...['x-http-method-override', 'content-type', 'content-encoding', 'rsc', 'next-router-state-tree', 'next-url'],
  ...[
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-action',
    'x-nextjs-data',
    'x-middleware-subrequest',
  ],
  ...['x-middleware-rewrite', 'x-middleware-next', 'x-invoke-path', 'x-invoke-status', 'x-matched-path', 'x-now'],
  ...['x-prerender-revalidate', 'x-now-route-matches', 'next-resume', 'purpose', 'sec-fetch-site', 'x-peer-address'],
  ...['accept-datetime', 'traceparent', 'tracestate', 'baggage', 'x-request-id', 'expect-ct', 'save-data', 'priority'],
]

/** What such headers mean something by. */
const VALUES = [
  ...['*/*', 'text/html', 'application/json;q=0', '*/*;q=2,a/b;q=-1', ',,,;;;', 'zh,en;q=0.5', 'zh-'.repeat(400), '*'],
  ...[
    '"x"',
    'W/"x"',
    `"${'x'.repeat(3000)}"`,
    '*, "a", W/"b"',
    'bytes=0-0',
    'bytes=-1',
    'bytes=9-1',
    'bytes=0-99999999999999',
  ],
  ...[`bytes=${'0-1,'.repeat(500)}5-6`, 'lines=1-2', 'gzip;q=0, *;q=0', 'br, zstd', 'identity;q=0', 'gzip, gzip, gzip'],
  ...['evil.example', 'zq7.example/"><x', '127.0.0.1:99999', '[::1', 'a b', '', 'null', 'https://zq7.example'],
  ...[
    '127.0.0.1',
    '::ffff:1.2.3.4',
    '1.2.3.4, 5.6.7.8',
    'unknown',
    'for="[::1]";proto=https',
    'https, http',
    '0',
    '1',
    '-1',
  ],
  ...['Thu, 31 Feb 2026 00:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', '99999999999', 'yesterday'],
  ...['%5B%22%22%2C%7B%7D%5D', '[""', '%', '{"__proto__":1}', 'middleware:middleware:middleware:middleware:middleware'],
  ...[
    'proxy:proxy:proxy:proxy:proxy',
    'PUT',
    'TRACE',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'x-gzip',
  ],
  ...[
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '00-0-0-0',
    `=${'a'.repeat(4000)}; __Host-x=y`,
    'a'.repeat(9000),
  ],
]

const BOMB = gzipSync(Buffer.alloc(20_000_000))

/** Requests whose head is strange: any header that means something to anybody, on any sort of answer, by any method. */
export function headerRequests(): fc.Arbitrary<Asked> {
  const value = fc.oneof({ arbitrary: fc.constantFrom(...VALUES), weight: 4 }, hostileText.map(sendable))
  const headers = fc
    .array(fc.tuple(fc.constantFrom(...NAMES), value), { minLength: 1, maxLength: 5 })
    .map((pairs) => Object.fromEntries(pairs))
    .filter((head) => JSON.stringify(head).length < 15_000)
  const method = fc.oneof({ arbitrary: fc.constant('GET'), weight: 3 }, fc.constantFrom(...METHODS))
  const body = fc.oneof({ arbitrary: fc.constant(''), weight: 3 }, fc.constantFrom('{}', 'a=b', '0', '--\r\n\r\n----'))
  const strange = fc
    .tuple(fc.constantFrom(...ADDRESSES), method, headers, body)
    .map(([path, how, head, sent]) =>
      plainly(path, { method: how, headers: head, body: mayHaveBody(how) ? sent : null }),
    )
  const bomb = fc.constantFrom(...ADDRESSES).map((path) =>
    plainly(path, {
      method: 'POST',
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      body: BOMB,
    }),
  )
  return fc.oneof({ arbitrary: strange, weight: 30 }, bomb)
}

function mayHaveBody(method: string): boolean {
  return !['GET', 'HEAD', 'TRACE'].includes(method)
}

/** A text without what no header can carry; the rest goes as the bytes of UTF-8. */
function sendable(text: string): string {
  return Buffer.from(text.replace(/\p{Surrogate}/gu, ''))
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 6000)
}
