import { createHash } from 'node:crypto'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { oldAddresses } from '../support/old-addresses'
import { violationsOn } from './support/axe'
import { driftToday } from './support/drift'

/** How many are opened at a time: pictures and workbooks take what a machine of two cores has. */
const AT_ONCE = 4

test('every address that was ever published still leads where it led', async ({ request, baseURL }) => {
  const question = { on: '2025-11-08', rev: 1 }
  const frozen = await request.post('/api/v1/snapshots', { data: { view: 'matrix', question } })
  const { id, digest } = await frozen.json()
  const names = { snapshot: String(id), digest: String(digest), origin: baseURL ?? '' }
  const waiting = [...oldAddresses()]
  const wrong: string[] = []
  const open = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { address, status, comes } = one
      const came = await answerTo(request, named(address, names))
      if (!isAsWritten(came, `${status} ${named(comes, names)}`))
        wrong.push(`${address}: ${came}, not ${status} ${comes}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, open))
  expect(wrong).toEqual([])
})

type Names = { readonly snapshot: string; readonly digest: string; readonly origin: string }

function named(text: string, { snapshot, digest, origin }: Names): string {
  return text.replace('<snapshot>', snapshot).replace('<digest>', digest).replace('<origin>', origin)
}

/** The status of an answer, and its type or where it leads. */
async function answerTo(request: APIRequestContext, address: string): Promise<string> {
  const response = await request.get(address, { maxRedirects: 0 })
  const { location, 'content-type': type = '' } = response.headers()
  const place = location === undefined ? null : new URL(location, response.url())
  return `${response.status()} ${place === null ? type.split(';')[0] : `${place.pathname}${place.search}`}`
}

/** What means "now" is any revision and any day. */
function isAsWritten(came: string, written: string): boolean {
  const shape = written
    .replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
    .replace('<n>', '[1-9]\\d*')
    .replace('<day>', '20\\d\\d-\\d\\d-\\d\\d')
  return new RegExp(`^${shape}$`).test(came)
}

/** An answer that is frozen once for this file; the same one has the same id. */
async function frozenId(request: APIRequestContext): Promise<string> {
  const question = { on: '2025-11-08', rev: 1 }
  const frozen = await request.post('/api/v1/snapshots', { data: { view: 'matrix', question } })
  return String((await frozen.json()).id)
}

test.describe('a frame', () => {
  test('may stand on any page, does nothing there, and is the only thing of ours that may', async ({ request }) => {
    const id = await frozenId(request)
    const frames = ['/embed/matrix', '/embed/r/1/2025-11-08/matrix', '/embed/strip/materials/Dy', `/embed/s/${id}`]
    for (const address of [...frames, '/embed/r/1/2025-02-30/matrix', '/embed/nothing']) {
      const response = await request.get(address)
      const policy = response.headers()['content-security-policy'] ?? ''
      expect(policy, address).toContain('frame-ancestors *')
      expect(policy, address).toContain("script-src 'none'")
      expect(response.headers()['cross-origin-resource-policy'], address).toBe('cross-origin')
      expect(response.headers()['set-cookie'], address).toBeUndefined()
      const html = await response.text()
      expect(html, address).not.toMatch(/<script|<form| style=| on\w+=|<img/i)
      expect(html.length, address).toBeLessThan(100_000)
    }
    const others = ['/r/1/2025-11-08/matrix', `/s/${id}`, '/search', '/data/r/1/forms.csv', '/api/v1', '/matrix.csv']
    for (const address of [...others, '/no/such/page', '/embed.css', '/admin/sign-in']) {
      const policy = (await request.get(address)).headers()['content-security-policy'] ?? ''
      expect(policy, address).toContain("frame-ancestors 'none'")
    }
  })

  test('says which day, which revision and whether it updates; a frozen one says what reads otherwise today', async ({
    request,
  }) => {
    const id = await frozenId(request)
    const updates = await (await request.get('/embed/matrix')).text()
    expect(updates).toContain('Updates:')
    const pinned = await (await request.get('/embed/r/1/2025-11-08/materials/Dy')).text()
    expect(pinned).toContain('Pinned: revision 1 of the record and the law of 8 November 2025.')
    const later = new Date(Date.now() + 300 * 24 * 3_600_000).toISOString().slice(0, 10)
    const ahead = await (await request.get(`/embed/r/1/${later}/materials/Dy`)).text()
    expect(ahead).toContain('That day has not come')
    expect(ahead).not.toContain('It does not update')
    const frozen = await (await request.get(`/embed/s/${id}`)).text()
    expect(frozen).toContain(`Frozen: snapshot ${id}, made from revision 1.`)
    expect(frozen).toContain(await driftToday(request, '/r/1/2025-11-08/matrix'))
    for (const html of [updates, pinned, frozen]) {
      expect(html).toMatch(
        /Law of \d+ \w+ 20\d\d \(Beijing date\) · known: everything recorded by \d+ \w+ 20\d\d · revision \d+/,
      )
      expect(html).toMatch(/target="_blank" rel="noopener"/)
    }
  })

  test('is read by everybody on a page of another site, and fits 320 points', async ({ page, baseURL }) => {
    const framed = (path: string) =>
      `<iframe title="${path}" src="${baseURL}${path}" width="320" height="700"></iframe>`
    const html = framed('/embed/r/1/2025-11-08/matrix') + framed('/r/1/2025-11-08/about')
    const elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    const inside = page.frameLocator('iframe').first()
    await expect(inside.getByRole('table').getByRole('row', { name: /^Dy Dysprosium/ })).toContainText('licence')
    await expect(page.frameLocator('iframe').nth(1).getByRole('heading')).toHaveCount(0)
    elsewhere.close()

    await page.setViewportSize({ width: 320, height: 640 })
    for (const address of ['/embed/r/1/2025-11-08/matrix', '/embed/materials/La', '/embed/strip/materials/Ho']) {
      await page.goto(address)
      expect(await violationsOn(page), address).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(320)
    }
  })

  test('is sent again only when it reads otherwise', async ({ request }) => {
    const first = await request.get('/embed/r/1/2025-11-08/materials/Dy')
    const etag = first.headers()['etag'] ?? ''
    expect(first.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
    const again = await request.get('/embed/r/1/2025-11-08/materials/Dy', { headers: { 'if-none-match': etag } })
    expect(again.status()).toBe(304)
  })
})

test.describe('oEmbed', () => {
  test('gives the frame of an address of ours, within the room there is', async ({ request, baseURL }) => {
    const id = await frozenId(request)
    for (const [path, framed] of [
      ['/', '/embed/matrix'],
      ['/materials/dy', '/embed/materials/Dy'],
      ['/r/1/2025-11-08/matrix', '/embed/r/1/2025-11-08/matrix'],
      [`/s/${id}`, `/embed/s/${id}`],
    ] as const) {
      const url = encodeURIComponent(`${baseURL}${path}`)
      const response = await request.get(`/api/oembed?url=${url}&maxwidth=500&maxheight=400&format=json`)
      const answer = await response.json()
      expect(answer, path).toMatchObject({ version: '1.0', type: 'rich', width: 500, height: 400 })
      expect(answer.html, path).toContain(`src="${baseURL}${framed}"`)
      expect(answer.thumbnail_url, 'a picture that is larger than the room').toBeUndefined()
    }
  })

  test('is found from the page that it is of', async ({ request, baseURL }) => {
    const html = await (await request.get('/materials/Dy')).text()
    const [, href = ''] = /<link[^>]*type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(html) ?? []
    const answer = await (await request.get(href.replaceAll('&amp;', '&'))).json()
    expect(answer.html).toContain(`src="${baseURL}/embed/`)
  })

  test('refuses in words what is not ours, not JSON or not a size', async ({ request, baseURL }) => {
    for (const [query, status, words] of [
      ['', 400, 'say which address'],
      [`url=${baseURL}/&format=xml`, 501, 'JSON alone'],
      ['url=https://elsewhere.example/', 404, 'Only addresses of this site'],
      [`url=${baseURL}/admin`, 404, 'Only addresses of this site'],
      [`url=${baseURL}/materials/Dx`, 404, 'no material'],
      [`url=${baseURL}/&maxwidth=wide`, 400, 'maxwidth'],
    ] as const) {
      const response = await request.get(`/api/oembed?${query}`)
      expect(response.status(), query).toBe(status)
      expect((await response.json()).detail, query).toContain(words)
    }
  })
})

test.describe('the record as a whole', () => {
  test('comes as tables of the type, length, checksum and number of rows that its description says', async ({
    request,
  }) => {
    const { resources } = await (await request.get('/data/r/1/datapackage.json')).json()
    expect(resources).toHaveLength(24)
    const rows = new Map<string, number>()
    for (const { path, format, hash, bytes } of resources) {
      const response = await request.get(`/data/r/1/${path}`)
      expect(response.headers()['content-type'], path).toContain(format === 'csv' ? 'text/csv' : 'application/json')
      const body = await response.body()
      expect([`sha256:${createHash('sha256').update(body).digest('hex')}`, body.length], path).toEqual([hash, bytes])
      const table = path.replace(/\.\w+$/, '')
      const count = format === 'csv' ? parse(body).length - 1 : JSON.parse(body.toString()).length
      expect(rows.get(table) ?? count, path).toBe(count)
      rows.set(table, count)
    }
    expect(rows.get('materials')).toBe(49)
  })

  test('is told anew only where it changed, and of the newest revision under a name of its own', async ({
    request,
  }) => {
    const first = await request.get('/data/r/1/forms.csv')
    const headers = { 'if-none-match': first.headers()['etag'] ?? '' }
    expect((await request.get('/data/r/1/forms.csv', { headers })).status()).toBe(304)
    const led = await request.get('/data/forms.csv', { maxRedirects: 0 })
    expect(led.headers()['cache-control']).toBe('no-store')
  })

  test('is refused in words, never with half a table or a page in place of one', async ({ request }) => {
    for (const [path, status] of [
      ['/data/r/99999/forms.csv', 404],
      ['/data/r/1/drafts.csv', 404],
      ['/data/r/latest/forms.csv', 400],
      ['/data/deltas/2..1.json', 400],
      ['/data/deltas/0..99999.json', 404],
      ['/data/revisions.jsonl?from=yesterday', 400],
      ['/data/revisions.jsonl?since=2', 400],
      ['/data/revisions.jsonl?from=99999', 404],
    ] as const) {
      const response = await request.get(path)
      expect(response.status(), path).toBe(status)
      expect(response.headers()['content-type'], path).toContain('application/problem+json')
      expect((await response.json()).detail, path).toMatch(/\w{3,}.*\.$/)
    }
  })

  test('is let go of by a reader who goes away in the middle', async ({ request, baseURL }) => {
    await new Promise<void>((resolve, reject) => {
      const asked = get(`${baseURL}/data/deltas/0..1.json`, (response) => {
        response.once('data', () => {
          asked.destroy()
          resolve()
        })
      })
      asked.once('error', reject)
    })
    expect((await request.get('/data/r/1/forms.json')).status()).toBe(200)
  })
})
