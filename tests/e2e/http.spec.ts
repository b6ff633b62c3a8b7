import { createHash } from 'node:crypto'
import { request as plainRequest } from 'node:http'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { expect, test } from '@playwright/test'

const PINNED = '/r/1/2025-10-09/matrix'

/** One answer as it stands, not what it redirects to. */
function ask(request: APIRequestContext, address: string, headers: { readonly [name: string]: string } = {}) {
  return request.get(address, { maxRedirects: 0, headers })
}

/** The policies of an answer: a browser enforces each. */
function policiesOf(response: APIResponse): readonly string[] {
  return response
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === 'content-security-policy')
    .map(({ value }) => value)
}

/** The path and status of an answer without following it. Playwright tidies a path before it asks; Node does not. */
function askRaw(
  baseURL: string,
  path: string,
): Promise<{ status: number; location: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseURL)
    const asked = plainRequest({ hostname, port, path }, (response) => {
      let body = ''
      response.on('data', (data) => {
        body += data
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('what stands behind addresses has none of its own: no copy of a picture, no second way to a file', async ({
  request,
  baseURL,
}) => {
  for (const behind of [
    '/_next/image?url=%2Fog.png&w=640&q=75',
    '/export/csv/r/1/2025-11-08/matrix',
    '/image/r/1/2025-11-08/matrix',
    '/image',
  ]) {
    expect([behind, (await ask(request, behind)).status()]).toEqual([behind, 404])
  }
  for (const spelled of ['/%65xport/csv/r/1/2025-11-08/matrix', '/%69mage/r/1/2025-11-08/matrix']) {
    expect([spelled, (await askRaw(baseURL ?? '', spelled)).status]).toEqual([spelled, 404])
  }
  expect((await ask(request, '/r/1/2025-11-08/matrix.csv')).status()).toBe(200)
  expect((await ask(request, '/r/1/2025-11-08/matrix/og.png')).status()).toBe(200)
})

test.describe('bad input', () => {
  const REFUSED = [
    ['a malformed day', '/r/1/2025-2-3/matrix', 400, 'is not a day in the calendar', '/r/1/2025-02-03/matrix'],
    ['an impossible day', '/r/1/2025-02-30/matrix', 400, 'is not a day in the calendar', '/r/1/2025-02-28/matrix'],
    ['an impossible day in a form', '/?on=2025-02-30&to=US', 400, 'is not a day', '/to/US/matrix?on=2025-02-28'],
    ['a word for a day', '/r/1/today/matrix', 400, 'The day “today” is not a day', '/'],
    ['an impossible known day', '/r/1/2025-11-08/known/2025-09-31/matrix', 400, 'known day', '/r/1/2025-11-08/matrix'],
    ['a day before the record', '/r/1/2020-10-16/matrix', 404, 'before this record begins', '/r/1/2020-10-17/matrix'],
    [
      'a day too far ahead',
      '/r/1/2034-01-01/materials/Dy',
      404,
      'too far ahead',
      /^\/r\/1\/20\d\d-\d\d-\d\d\/materials\/Dy$/,
    ],
    ['an unknown material', '/materials/Dx', 404, 'no material “Dx”', /\/materials\/Dy$/],
    ['an unknown form', '/r/1/2025-11-08/proof/Dy/metall', 404, 'no form “metall”', '/r/1/2025-11-08/proof/Dy/metal'],
    ['an unknown destination', '/r/1/2025-11-08/to/XX/matrix', 400, 'is not a country', '/r/1/2025-11-08/matrix'],
    ['an unknown destination in a form', '/?to=ZZ', 400, 'is not a country', '/'],
    ['a union as destination', '/to/EU/matrix', 400, 'Ask for one member state', '/'],
    ['an unknown party', '/r/1/2025-11-08/party/nobody/matrix', 404, 'no party “nobody”', '/r/1/2025-11-08/matrix'],
    ['an unknown party in a form', '/?on=2025-11-08&party=tdk-corporatio&rev=1', 404, 'no party', /tdk-corporation/],
    ['an unknown route', '/?route=smuggling', 400, 'Choose one of: export, re-export, foreign-made, assistance', '/'],
    ['an unknown regime', '/regimes/october-99', 404, 'no regime', /\/regimes\/october-9$/],
    ['an unknown instrument', '/instruments/nothing-like-it', 404, 'no instrument', /\/instruments$/],
    ['an unknown source', '/sources/nothing-like-it', 404, 'no source', /\/sources$/],
    [
      'a revision that is not published',
      '/r/7/2025-11-08/matrix',
      404,
      'has not been published',
      '/r/1/2025-11-08/matrix',
    ],
    ['a malformed revision', '/r/latest/2025-11-08/matrix', 400, 'is not a revision', '/?on=2025-11-08'],
    ['a field given twice', '/?to=US&to=JP', 400, 'more than once', /^\//],
    ['a part given twice', '/r/1/2025-11-08/to/US/to/JP/matrix', 400, 'more than once', /^\/r\/1\//],
    ['a refusal that nobody was given', '/refused/x', 404, 'no page “x”', '/'],
    ['a refusal made up to lead elsewhere', '/refused/Ly9ldmlsLmV4YW1wbGUvbG9naW4_eD0x', 404, 'no page', '/'],
    ['a page that no view has', '/r/1/2025-11-08/matrix/secret', 404, 'no page “secret”', '/r/1/2025-11-08/matrix'],
  ] as const

  for (const [name, address, status, words, nearest] of REFUSED) {
    test(`${name} is refused in words, with the nearest good address`, async ({ request, baseURL }) => {
      const response = await request.get(address)
      const html = await response.text()
      expect(response.status()).toBe(status)
      expect(html.replace(/<script[\s\S]*?<\/script>/g, '')).toContain(words)
      expect(response.headers()['cache-control']).toBe('no-store')

      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
      const links = [...main.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')
      expect(links).toContainEqual(typeof nearest === 'string' ? nearest : expect.stringMatching(nearest))
      expect(links).toContain('/')
      // The nearest address is itself a good one.
      const there = links[0] ?? ''
      expect((await request.get(new URL(there, baseURL).href)).status()).toBe(200)
    })
  }

  test('an address that is no text at all is refused, and nothing is taken from the folders above', async ({
    baseURL,
  }) => {
    for (const path of [
      '/materials/%E4%B8%',
      '/materials/..%2f..%2fetc%2fpasswd',
      '/materials/%00',
      '/%2e%2e/%2e%2e/x',
    ]) {
      const { status } = await askRaw(baseURL ?? '', path)
      expect(status, path).toBeGreaterThanOrEqual(400)
      expect(status, path).toBeLessThan(500)
    }
  })

  test('what a reader wrote is said back as text, never as markup', async ({ request }) => {
    const html = await (await request.get('/?to=%3Cscript%3Ealert(1)%3C/script%3E')).text()
    expect(html).not.toContain('<script>alert(1)')
    expect(html).toContain('&lt;script&gt;alert(1)')
  })
})

test.describe('another spelling', () => {
  const MOVED = [
    ['/materials/dy', '/materials/Dy'],
    ['/R/1/2025-10-09/matrix', PINNED],
    ['/r/1/2025-10-09/matrix/', PINNED],
    ['/r/1/2025-10-09/from/CN/use/civil/matrix', PINNED],
    ['/r/1/2025-10-09/use/military/to/us/matrix', '/r/1/2025-10-09/to/US/use/military/matrix'],
    ['/?to=us', '/to/US/matrix'],
    ['/?utm_source=elsewhere', '/'],
    [`${PINNED}?on=2025-11-08`, '/r/1/2025-11-08/matrix'],
    ['/?on=2025-11-08&known=&to=&use=civil', '/r/1/2025-11-08/matrix'],
    ['/materials/Ho?rev=1&on=2025-11-08', '/r/1/2025-11-08/materials/Ho'],
  ] as const

  for (const [from, to] of MOVED) {
    test(`${from} is led to ${to} in one step`, async ({ request }) => {
      const response = await ask(request, from)
      expect(response.status()).toBe(308)
      expect(new URL(response.headers()['location'] ?? '', 'http://here').href).toBe(`http://here${to}`)
      expect((await ask(request, to)).status()).toBe(200)
    })
  }

  test('a redirect that rests on the newest revision is kept by nobody, one of spelling may be', async ({
    request,
  }) => {
    expect((await ask(request, '/?on=2025-11-08')).headers()['cache-control']).toBe('no-store')
    expect((await ask(request, '/materials/dy')).headers()['cache-control']).toBeUndefined()
  })
})

test.describe('now', () => {
  test('is the very page that is pinned to the newest revision and today', async ({ request }) => {
    const live = await ask(request, '/')
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const pinned = await ask(request, `/r/1/${today}/matrix`)
    // Where one of the two left the memory and was made again, React may write the head, and its notes to itself, in another order.
    const read = async (page: typeof live) =>
      (await page.text()).replace(/^[\s\S]*<body/, '').replaceAll(/<script[\s\S]*?<\/script>/g, '')
    const [here, there] = [await read(live), await read(pinned)]
    expect(here.length).toBeGreaterThan(10_000)
    expect(here === there, 'both say the same, sign by sign').toBe(true)
    expect(live.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  test('is for crawlers, with its canonical address; the pinned pages are not', async ({ request, baseURL }) => {
    const live = await ask(request, '/materials/Dy')
    expect(live.headers()['x-robots-tag']).toBeUndefined()
    expect(live.headers()['link']?.split(', ')).toContain(`<${baseURL}/materials/Dy>; rel="canonical"`)
    expect((await ask(request, PINNED)).headers()['x-robots-tag']).toBe('noindex')
  })

  test('is answered from the page store, by this server itself', async ({ request }) => {
    await ask(request, '/')
    const again = await ask(request, '/')
    expect(again.headers()['x-nextjs-cache']).toBe('HIT')
    // A rewrite that Next takes for another site's is fetched over the network, and shows a whole address here.
    expect(again.headers()['x-middleware-rewrite']).toMatch(/^\/r\/1\//)
  })
})

test.describe('a kept page', () => {
  test('answers 304 to a reader who has it', async ({ request }) => {
    const etag = (await ask(request, PINNED)).headers()['etag'] ?? ''
    expect(etag).not.toBe('')
    for (const address of [PINNED]) {
      const again = await ask(request, address, { 'if-none-match': etag })
      expect(again.status()).toBe(304)
      expect(await again.text()).toBe('')
    }
  })

  test('names an icon that is asked for once a day', async ({ request }) => {
    const page = await (await request.get('/')).text()
    const icon = await request.get(/href="(\/icon\.svg[^"]*)"/.exec(page)?.[1] ?? '')
    expect([icon.status(), icon.headers()['cache-control']]).toEqual([200, 'public, max-age=86400'])
  })

  test('is made once for all who ask at the same moment, and all get the same headers', async ({ request }) => {
    const fresh = `/r/1/2025-${String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')}-17/to/ZM/materials/Tb`
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(request, fresh)))
    const seen = await Promise.all(
      answers.map(async (answer) => [answer.status(), policiesOf(answer).join(), await answer.text()].join('\n')),
    )
    expect(new Set(seen).size).toBe(1)
    expect(answers[0]?.status()).toBe(200)
  })

  for (const [name, address] of [
    ['a page that is kept', PINNED],
    ['the front page', '/'],
    ['a page that refuses', '/r/1/2025-02-30/matrix'],
    ['a page that is not there', '/no/such/page'],
  ]) {
    test(`${name} lets its own inline scripts run, at the first and at later readings, and no others`, async ({
      request,
    }) => {
      for (let reading = 1; reading <= 2; reading += 1) {
        const response = await ask(request, address ?? '')
        const policy =
          policiesOf(response)
            .flatMap((one) => one.split('; '))
            .find((one) => one.startsWith('script-src')) ?? ''
        const inline = [...(await response.text()).matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
        const digests = inline.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
        expect(inline.length).toBeGreaterThan(0)
        expect(policy.split(' ').sort()).toEqual([...new Set(["'self'", 'script-src', ...digests])].sort())
      }
    })
  }

  test('that is made anew for every reader lets its inline scripts run by a word of that one reading', async ({
    request,
  }) => {
    const words = new Set<string>()
    for (let reading = 1; reading <= 2; reading += 1) {
      const response = await ask(request, '/search?q=dysprosium')
      const nonce = /'nonce-([^']+)'/.exec(policiesOf(response).join(', '))?.[1] ?? ''
      const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(2)
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
      words.add(nonce)
    }
    expect(words.size).toBe(2)
  })

  test('carries what every answer carries', async ({ request }) => {
    for (const address of [PINNED, '/', '/no/such/page', '/search?q=Dy', '/api/v1/matrix']) {
      const response = await ask(request, address)
      const policies = policiesOf(response).join('; ')
      expect(policies).toContain("frame-ancestors 'none'")
      expect(policies).toMatch(/style-src 'self'|^default-src 'none'; base-uri 'none'; form-action/)
      expect(policies).not.toContain('unsafe')
      expect(response.headers()).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000',
      })
      expect(response.headers()['x-powered-by']).toBeUndefined()
    }
  })

  test('has no style attribute, which the policy would silence', async ({ request }) => {
    for (const address of ['/', PINNED, '/materials/Dy', '/r/1/2025-11-08/proof/Dy/metal', '/about', '/regimes']) {
      const html = (await (await ask(request, address)).text()).replace(/<script[\s\S]*?<\/script>/g, '')
      expect(html.match(/<[^>]+\sstyle="[^"]*"/g) ?? [], address).toEqual([])
    }
  })
})

test.describe('crawlers', () => {
  test('are told where not to go, and every page that means now', async ({ request, baseURL }) => {
    const robots = await (await ask(request, '/robots.txt')).text()
    expect(robots).toContain('Disallow: /r/')
    expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`)

    const sitemap = await (await ask(request, '/sitemap.xml')).text()
    const pages = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '')
    expect(pages).toContain(`${baseURL}/materials/Dy`)
    expect(pages).toContain(`${baseURL}/`)
    expect(pages.length).toBeGreaterThan(100)
    expect(pages.filter((address) => address.includes('/r/'))).toEqual([])
    for (const address of pages.filter((_, index) => index % 20 === 0)) {
      expect((await ask(request, address)).status(), address).toBe(200)
    }
  })

  test('a host name that somebody invents does not get into an address of ours unless it is one', async ({
    request,
  }) => {
    const robots = await (await ask(request, '/robots.txt', { host: 'evil.example/"><x' })).text()
    expect(robots).not.toContain('"><x')
    const forwarded = await ask(request, '/', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' })
    expect(forwarded.headers()['link']).not.toContain('evil.example')
  })
})
