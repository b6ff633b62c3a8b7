import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '@playwright/test'

const DAY = '/r/1/2025-10-08/matrix'

/** A picture by its address, its size and its bytes. */
async function pictureAt(request: APIRequestContext, address: string) {
  const response = await request.get(address, { maxRedirects: 0 })
  expect(response.status(), address).toBe(200)
  expect(response.headers()['content-type']).toBe('image/png')
  const bytes = await response.body()
  return { response, bytes, size: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] }
}

test('every page has its picture at a path, another for another day and another answer', async ({ request }) => {
  const addresses = ['/og.png', `${DAY}/og.png`, '/materials/Dy/og.png']
  const pictures = await Promise.all(addresses.map((address) => pictureAt(request, address)))
  expect(pictures.map(({ size }) => size)).toEqual(Array(addresses.length).fill([1200, 630]))
  expect(new Set(pictures.map(({ bytes }) => bytes.toString('base64'))).size).toBe(addresses.length)
})

test('a picture may be shown on any site, is asked for again, and is not sent twice', async ({ request }) => {
  const { response } = await pictureAt(request, `${DAY}/og.png`)
  const { etag = '', ...headers } = response.headers()
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  const again = await request.get(`${DAY}/og.png`, { headers: { 'if-none-match': etag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
})

test('another spelling leads to the one address, and what names no page says so', async ({ request }) => {
  const ask = (address: string) => request.get(address, { maxRedirects: 0 })
  expect((await ask('/materials/dy/og.png')).headers()['location']).toBe('/materials/Dy/og.png')
  expect((await ask('/og.png?on=2025-10-08&rev=1')).headers()['location']).toBe(`${DAY}/og.png`)
  for (const [address, status, words] of [
    ['/materials/Dx/og.png', 404, 'no material “Dx”'],
    ['/r/1/2025-02-30/matrix/og.png', 400, 'not a day in the calendar'],
    ['/r/99/2025-10-08/matrix/og.png', 404, 'has not been published'],
    ['/about/og.png', 404, 'no page'],
  ] as const) {
    const refused = await ask(address)
    expect([refused.status(), refused.headers()['cache-control']], address).toEqual([status, 'no-store'])
    expect(await refused.text()).toContain(words)
  }
})

test('a snapshot keeps a picture of its own, with its id, for ever', async ({ request }) => {
  const frozen = await request.post('/s', { form: { address: DAY }, maxRedirects: 0 })
  const page = frozen.headers()['location'] ?? ''
  const { response, bytes, size } = await pictureAt(request, `${page}/og.png`)
  expect(size).toEqual([1200, 630])
  expect(response.headers()['cache-control']).toContain('immutable')
  expect(bytes.equals((await pictureAt(request, `${DAY}/og.png`)).bytes)).toBe(false)
  expect(await (await request.get(page)).text()).toMatch(
    new RegExp(`property="og:image" content="[^"]*${page}/og.png"`),
  )
})

test('a page says in 200 signs what it answers, for which day and revision, and where its picture is', async ({
  request,
}) => {
  const html = await (await request.get(DAY)).text()
  const head = html.slice(0, html.indexOf('</head>'))
  const contents = (name: string) =>
    [...head.matchAll(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'g'))].map(([, text]) => text)
  const [description = '', ...others] = contents('description')
  expect(others).toEqual([])
  expect(description.length).toBeLessThanOrEqual(200)
  expect(description).toMatch(/^On 8 October 2025, of 17 rare earths .* Law of 8 October 2025 .*revision 1\.$/)
  expect(contents('og:description')).toEqual([description])
  expect(contents('og:image')).toEqual([`${DAY}/og.png`]) // no name of a machine in a page that is kept for every reader
  expect(head.match(/<link rel="alternate" type="[^"]*"/g)?.map((link) => link.slice(28, -1))).toEqual([
    'application/atom+xml',
    'application/feed+json',
    'application/atom+xml', // the corrections alone
    'text/calendar',
    'application/json+oembed',
    'text/csv',
    'application/json',
  ])
  for (const [, address = ''] of head.matchAll(/<link rel="alternate"[^>]* href="([^"]*)"/g)) {
    const there = await request.get(address.replaceAll('&amp;', '&'))
    expect(there.status(), address).toBe(200)
  }
})
