/** Bytes that are sent as they stand, and what may come of them. */
export type Raw = {
  readonly name: string
  readonly bytes: string
  /** How many answers may come at most: one more would be an answer to what stands inside of another request. */
  readonly answers: number
  /** Statuses of which the first answer has one; none at all where the server may also just hang up. */
  readonly statuses: readonly number[]
}

const HOST = 'Host: localhost\r\n'
const INSIDE = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
const post = (head: string, body: string) =>
  `POST /api/v1/snapshots HTTP/1.1\r\n${HOST}Content-Type: application/json\r\n${head}\r\n${body}`

const raw = (name: string, bytes: string, statuses: readonly number[] = [400], answers = 1): Raw => ({
  name,
  bytes,
  answers,
  statuses,
})

const CHUNKED = 'Transfer-Encoding: chunked\r\n'

/** Requests that no client writes: broken lines, lengths that disagree, and requests inside of others. */
export const RAW: readonly Raw[] = [
  raw('no request at all', '\u{1}\u{2}\u{3}\u{4}\r\n\r\n'),
  raw('a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'),
  raw('a preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  raw('a line of one word', 'GET\r\n\r\n'),
  raw('a version that nobody speaks', `GET / HTTP/9.9\r\n${HOST}\r\n`, [400, 505]),
  raw('a version of long ago', 'GET /\r\n\r\n', [200, 400]),
  raw('a method that nobody knows', `HELLO / HTTP/1.1\r\n${HOST}\r\n`),
  raw('a line break in an address', `GET /a\nb HTTP/1.1\r\n${HOST}\r\n`),
  raw('the character zero in an address', `GET /\0 HTTP/1.1\r\n${HOST}\r\n`),
  raw('bytes that are no text in an address', `GET /\xff\xfe HTTP/1.1\r\n${HOST}\r\n`, [400, 404]),
  raw('an address of a hundred thousand signs', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${HOST}\r\n`, [431, 414]),
  raw('three thousand fields', `GET / HTTP/1.1\r\n${HOST}${'a: b\r\n'.repeat(3000)}\r\n`, [200, 431]),
  raw('no host', 'GET / HTTP/1.1\r\n\r\n'),
  raw('two hosts', `GET /healthz HTTP/1.1\r\n${HOST}Host: zq7.example\r\n\r\n`, [200, 400]),
  raw('a field without a colon', `GET / HTTP/1.1\r\n${HOST}nothing\r\n\r\n`),
  raw('a space before a colon', `GET / HTTP/1.1\r\n${HOST}Content-Length : 3\r\n\r\nabc`),
  raw('a field that goes on in another line', `GET /healthz HTTP/1.1\r\n${HOST}a: b\r\n c\r\n\r\n`, [200, 400]),
  raw('a field with the character zero', `GET / HTTP/1.1\r\n${HOST}a: \0\r\n\r\n`),
  raw('lines that end in half', `GET /healthz HTTP/1.1\nHost: localhost\n\n`, [200, 400]),
  raw('an address of another site', `GET http://zq7.example/healthz HTTP/1.1\r\n${HOST}\r\n`, [200, 400, 404]),
  raw('an address of no shape', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`),
  raw('a way through', `CONNECT zq7.example:443 HTTP/1.1\r\nHost: zq7.example:443\r\n\r\n`, []),
  raw(
    'another protocol',
    `GET /healthz HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    [200, 400, 426],
  ),
  raw('an expectation that nobody meets', `GET /healthz HTTP/1.1\r\n${HOST}Expect: wonders\r\n\r\n`, [417]),
  raw('two lengths', post('Content-Length: 2\r\nContent-Length: 90\r\n', `{}${INSIDE}`)),
  raw('a negative length', post('Content-Length: -1\r\n', INSIDE)),
  raw('a length that is no number', post('Content-Length: 2x\r\n', `{}${INSIDE}`)),
  raw('a length and chunks', post(`Content-Length: 4\r\n${CHUNKED}`, `0\r\n\r\n${INSIDE}`)),
  raw('chunks and a length', post(`${CHUNKED}Content-Length: 4\r\n`, `0\r\n\r\n${INSIDE}`)),
  raw('chunks of two sorts', post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${INSIDE}`)),
  raw('chunks said with a tab', post('Transfer-Encoding:\tchunked\r\nTransfer-Encoding: x\r\n', `0\r\n\r\n${INSIDE}`)),
  raw('a chunk without a length', post(CHUNKED, `zz\r\n{}\r\n0\r\n\r\n${INSIDE}`), [400, 429]),
  raw('a chunk of more than there is', post(CHUNKED, `ffffffffffffffffff\r\n{}\r\n0\r\n\r\n`), [400, 429]),
  raw('a chunk that ends in half', post(CHUNKED, `2\n{}\n0\n\n${INSIDE}`), [400, 429]),
]
