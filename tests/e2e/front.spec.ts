import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import zlib from 'node:zlib'
import { expect, test } from '@playwright/test'

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer }
type Asked = { readonly headers?: Readonly<Record<string, string>>; readonly method?: string }

/** One answer as it came over the line: nothing is followed, decoded or tidied. */
function ask(baseURL: string | undefined, path: string, { headers = {}, method = 'GET' }: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(baseURL ?? '')
  return new Promise((resolve, reject) => {
    const asked = plainRequest({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** What is the same of every sending of one answer. */
function lasting({ headers }: Answer, ...others: readonly string[]): IncomingHttpHeaders {
  const once = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'x-nextjs-cache', ...others]
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !once.includes(name)))
}

/** An address that no other test asks for: the first answer is made, the second one kept. */
const PINNED = '/r/1/2025-03-03/to/BE/materials/Tb'
const QUESTION = '/api/v1/status?material=Tb&form=metal&on=2025-03-03&rev=1'

test.describe('a page that is kept', () => {
  test('is the same as when it was made, and as Next.js sends it', async ({ baseURL }) => {
    const made = await ask(baseURL, PINNED)
    const kept = await ask(baseURL, PINNED)
    const next = await ask(baseURL, `${PINNED}?campaign=spring`)
    expect(lasting(kept)).toEqual(lasting(made))
    expect(kept.bytes.equals(made.bytes)).toBe(true)
    expect(lasting(kept, 'etag')).toEqual(lasting(next, 'etag'))
    expect(kept.bytes.equals(next.bytes)).toBe(true)
    expect(kept.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      etag: expect.stringMatching(/^W\/"[\w-]{43}"$/),
    })
    expect(String(kept.headers['content-security-policy'])).toMatch(
      /frame-ancestors 'none'[\s\S]*script-src 'self' 'sha256-/,
    )
  })

  test('has one head, whoever asked for it first', async ({ baseURL }) => {
    const heads: string[][] = []
    for (const [at, asker] of [undefined, 'Mozilla/5.0', 'Twitterbot/1.0', 'Googlebot/2.1'].entries()) {
      const headers = asker === undefined ? {} : { 'user-agent': asker }
      const html = (await ask(baseURL, `/r/1/2025-03-0${at + 4}/to/BE/materials/Tb`, { headers })).bytes.toString()
      const [head = ''] = html.split('</head>')
      heads.push(
        [...head.matchAll(/<(title)|(?:name|property|rel)="([^"]+)"/g)].map((found) => found[1] ?? found[2] ?? ''),
      )
    }
    expect(heads[0]).toEqual(expect.arrayContaining(['title', 'description', 'og:title', 'alternate']))
    for (const head of heads) expect(head).toEqual(heads[0])
  })

  test('comes as the reader takes it, and is one page', async ({ baseURL }) => {
    const as = (encoding: string) => ask(baseURL, PINNED, { headers: { 'accept-encoding': encoding } })
    const plain = await ask(baseURL, PINNED)
    const [gzip, brotli, identity] = [await as('gzip'), await as('gzip, br'), await as('br;q=0, gzip;q=0')]
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(identity.headers['content-encoding']).toBeUndefined()
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    const texts = [identity.bytes, zlib.gunzipSync(gzip.bytes), zlib.brotliDecompressSync(brotli.bytes)]
    expect(texts.every((bytes) => bytes.equals(plain.bytes))).toBe(true)
    for (const answer of [plain, gzip, brotli, identity]) {
      expect(answer.headers['etag']).toBe(plain.headers['etag'])
      expect(answer.headers['vary']).toMatch(/(^|, )Accept-Encoding($|,)/)
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length))
    }
  })

  for (const address of [PINNED, '/', '/zh/materials/Tb', QUESTION]) {
    test(`is not sent to who has it, and its head without its bytes: ${address}`, async ({ baseURL }) => {
      const whole = await ask(baseURL, address)
      const etag = String(whole.headers.etag)
      for (const held of [etag, etag.replace('W/', ''), `"other", ${etag}`]) {
        const again = await ask(baseURL, address, { headers: { 'if-none-match': held } })
        expect([held, again.status, again.bytes.length]).toEqual([held, 304, 0])
        expect(again.headers['etag']).toBe(etag)
      }
      expect((await ask(baseURL, address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
      const head = await ask(baseURL, address, { method: 'HEAD' })
      expect(lasting(head)).toEqual(lasting(whole))
      expect([head.status, head.bytes.length]).toEqual([200, 0])
      expect(head.headers['content-length']).toBe(String(whole.bytes.length))
    })
  }

  test('says where it is to each reader as that reader said it, and to nobody what another made up', async ({
    baseURL,
  }) => {
    const { host } = new URL(baseURL ?? '')
    const forged = { host: 'forged.example', 'x-forwarded-host': 'forged.example', 'x-forwarded-proto': 'https' }
    for (const address of ['/regimes', PINNED, QUESTION]) {
      const bad = await ask(baseURL, address, { headers: forged })
      const passed = await ask(baseURL, address, { headers: { ...forged, host } })
      for (const answer of [passed, await ask(baseURL, address)]) {
        expect(JSON.stringify(answer.headers)).not.toContain('forged')
        expect(answer.bytes.includes('forged')).toBe(false)
      }
      expect(bad.status).toBe(200)
    }
    expect((await ask(baseURL, '/regimes')).headers['link']).toContain(`<http://${host}/regimes>; rel="canonical"`)
  })

  test('is not what the router of a page that is open already asks for', async ({ baseURL }) => {
    await ask(baseURL, PINNED)
    const flight = await ask(baseURL, PINNED, { headers: { rsc: '1' } })
    // Next.js leads such a request to an address of its own first.
    expect([flight.status, flight.headers['location']]).toEqual([307, `${PINNED}?_rsc`])
  })

  test('is not what who asks for a past state is led to', async ({ baseURL }) => {
    await ask(baseURL, '/')
    const past = await ask(baseURL, '/', { headers: { 'accept-datetime': 'Thu, 09 Oct 2025 12:00:00 GMT' } })
    expect(past.status).toBe(302)
    expect((await ask(baseURL, '/')).status).toBe(200)
  })
})

test('a refusal is made anew each time', async ({ baseURL }) => {
  for (const address of ['/r/77/2025-11-08/matrix', '/materials/Xx', '/r/1/2025-02-30/matrix']) {
    for (const _ of ['first', 'again']) {
      const refusal = await ask(baseURL, address)
      expect([address, refusal.status]).toEqual([address, expect.any(Number)])
      expect(refusal.status).toBeGreaterThanOrEqual(400)
      expect(refusal.headers['cache-control']).toMatch(/no-store/)
    }
  }
})

test('an answer for machines keeps the entity tag of its text, in whatever order it was asked for', async ({
  baseURL,
}) => {
  const first = await ask(baseURL, QUESTION)
  const turned = await ask(baseURL, '/api/v1/status?rev=1&on=2025-03-03&form=metal&material=Tb')
  expect(first.headers['etag']).toMatch(/^"rules-/)
  expect(lasting(await ask(baseURL, QUESTION))).toEqual(lasting(first))
  expect(turned.headers['etag']).toBe(first.headers['etag'])
  expect(turned.bytes.equals(first.bytes)).toBe(true)
})

test('what the server tells itself reaches nobody', async ({ baseURL }) => {
  const asked: [string, Asked?][] = [
    [PINNED],
    [PINNED, { headers: { rsc: '1' } }],
    [`${PINNED}?campaign=spring`],
    ['/'],
    ['/', { method: 'HEAD' }],
    ['/', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
    ['/zh/regimes'],
    ['/admin/sign-in'],
    [QUESTION],
    ['/api/v1/status?material=Tb&form=metal'],
    ['/r/77/2025-11-08/matrix'],
  ]
  for (const [address, how] of asked) {
    const { headers } = await ask(baseURL, address, how)
    expect(Object.keys(headers).filter((name) => /^x-sluice-(kept|now)$/.test(name))).toEqual([])
  }
})

test('editors’ pages are never kept', async ({ baseURL }) => {
  const [first, again] = [await ask(baseURL, '/admin/sign-in'), await ask(baseURL, '/admin/sign-in')]
  expect(first.headers['cache-control']).toContain('no-store')
  // A nonce is for one answer: two that are alike would have been kept.
  expect(again.headers['content-security-policy']).not.toBe(first.headers['content-security-policy'])
})

test('whoever operates the server may ask how it is', async ({ baseURL }) => {
  expect(await ask(baseURL, '/healthz')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
  const ready = await ask(baseURL, '/readyz')
  expect([ready.status, ready.bytes.toString()]).toEqual([200, '{"lacks":[]}\n'])
})

test('scripts and styles of pages are the same as they were made, in fewer bytes', async ({ baseURL }) => {
  const page = (await ask(baseURL, PINNED)).bytes.toString()
  const parts = [...new Set(page.match(/\/_next\/static\/[^"\\?]+\.(js|css)/g))].slice(0, 4)
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) {
    const whole = await ask(baseURL, part)
    const brotli = await ask(baseURL, part, { headers: { 'accept-encoding': 'br' } })
    const next = await ask(baseURL, `${part}?again`)
    expect(lasting(whole, 'vary')).toEqual(lasting(next, 'vary'))
    expect(zlib.brotliDecompressSync(brotli.bytes).equals(whole.bytes)).toBe(true)
    expect(next.bytes.equals(whole.bytes)).toBe(true)
    const tag = String(whole.headers.etag)
    expect((await ask(baseURL, part, { headers: { 'if-none-match': tag } })).status).toBe(304)
  }
})
