import {
  createServer,
  type IncomingMessage,
  request as plainRequest,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inFrontOf } from '@/lib/operating/front/front.mjs'

type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const PINNED = '/r/1/2026-11-22/matrix'
const servers: Server[] = []
const home = globalThis as { 'sluice.now'?: unknown }
const lent = home['sluice.now']

function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('sluice.page-store'))
  home['sluice.now'] = lent
}

beforeEach(forget)
afterEach(() => {
  forget()
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A server with the front before what stands for Next.js here; `asked` counts what came through to it. */
async function serverOf(next: Next) {
  const asked = vi.fn(next)
  const front = inFrontOf(asked, {})
  const server = createServer((request, response) => {
    front(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end('a fault')
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    asked,
    address,
    get: (path: string, init?: RequestInit) => fetch(address + path, { redirect: 'manual', ...init }),
  }
}

/** A page as Next.js sends one that the page store has sealed. */
function sealed(response: ServerResponse, text: string, more: Readonly<Record<string, string>> = {}): void {
  const headers = { ...HTML, 'x-sluice-kept': `${PINNED} ever`, 'content-length': String(text.length), ...more }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(text)
}

describe('in front of Next.js', () => {
  test('a page is asked for once, and answered alike', async () => {
    const { asked, get } = await serverOf(async (_, response) => sealed(response, 'a page', { link: '<a>' }))
    const [first, again] = [await get(PINNED), await get(PINNED)]
    expect(asked).toHaveBeenCalledTimes(1)
    const told = (answer: Response) => [...answer.headers].filter(([name]) => name !== 'date')
    expect(told(again)).toEqual(told(first))
    expect(first.headers.get('x-sluice-kept')).toBeNull()
    expect([await first.text(), await again.text()]).toEqual(['a page', 'a page'])
  })

  test('a page whose head was asked for first is kept whole', async () => {
    const { asked, get } = await serverOf(async (request, response) => {
      if (request.method === 'GET') return sealed(response, 'a page')
      response.setHeader('content-length', '6')
      response.end()
    })
    const head = await get(PINNED, { method: 'HEAD' })
    expect([head.headers.get('etag'), await head.text()]).toEqual([expect.stringMatching(/^W\//), ''])
    expect(await (await get(PINNED)).text()).toBe('a page')
    expect(asked).toHaveBeenCalledTimes(1)
  })

  test('what is not sealed passes through as it is written', async () => {
    let finish: () => void = () => undefined
    const { asked, get } = await serverOf(async (_, response: ServerResponse & { flush?: () => void }) => {
      response.writeHead(200, HTML)
      response.write('begun, ')
      response.flush?.() // as Next.js does, which knows that somebody may compress
      finish = () => response.end('finished')
    })
    const answer = await get('/search')
    const reader = answer.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('begun, ')
    finish()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('finished')
    const again = await get('/search')
    finish()
    expect(await again.text()).toBe('begun, finished')
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('a long answer that is not sealed is compressed as it is sent, and once', async () => {
    const { get } = await serverOf(async (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end('<p>words</p>'.repeat(500))
    })
    const answer = await get('/search', { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(await answer.text()).toBe('<p>words</p>'.repeat(500))
  })

  test('a range is sent as the bytes that it says it is', async () => {
    const { get } = await serverOf(async (_, response) => {
      response.writeHead(206, {
        'content-type': 'text/javascript',
        'content-range': 'bytes 0-4999/9000',
        'content-length': '5000',
      })
      response.end('a'.repeat(5_000))
    })
    const answer = await get('/_next/static/chunks/a.js', {
      headers: { 'accept-encoding': 'gzip', range: 'bytes=0-4999' },
    })
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('content-length')).toBe('5000')
    expect(await answer.text()).toBe('a'.repeat(5_000))
  })

  test('what breaks off is a fault, and is not kept', async () => {
    let broken = true
    const { get } = await serverOf(async (_, response) => {
      if (!broken) return sealed(response, 'a page')
      for (const [name, value] of Object.entries({ ...HTML, 'x-sluice-kept': `${PINNED} ever` })) {
        response.setHeader(name, value)
      }
      response.write('half a ')
      throw new Error('it broke')
    })
    const fault = await get(PINNED)
    expect([fault.status, await fault.text(), fault.headers.get('etag')]).toEqual([500, 'a fault', null])
    broken = false
    const page = await get(PINNED)
    expect([page.status, await page.text()]).toEqual([200, 'a page'])
  })

  test('what is shorter than it says is nobody’s answer', async () => {
    const { asked, get } = await serverOf(async (_, response) => sealed(response, 'half', { 'content-length': '8' }))
    await expect(get(PINNED)).rejects.toThrow()
    await expect(get(PINNED)).rejects.toThrow()
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('a page whose time is over is asked for again', async () => {
    const { asked, get } = await serverOf(async (_, response) =>
      sealed(response, 'a page', { 'x-sluice-kept': `${PINNED} ${Date.now() - 1}` }),
    )
    await get(PINNED)
    await get(PINNED)
    expect(asked).toHaveBeenCalledTimes(2)
  })
})

describe('at the door', () => {
  /** What stands for Next.js, which answers some requests with something else than the page. */
  const listening: Next = async ({ headers }, response) => {
    const said = Object.keys(headers).filter((name) => /^(x-(?!peer)|next-|content-sec)/.test(name))
    if (said.length === 0) return sealed(response, 'a page')
    response.setHeader('cache-control', 'private, no-store')
    response.end(`{"said":"${said}"}`)
  }

  test.for([
    'x-middleware-prefetch',
    'x-middleware-subrequest',
    'x-nextjs-data',
    'x-nextjs-request-id',
    'x-prerender-revalidate',
    'x-prerender-revalidate-if-generated',
    'x-now-route-matches',
    'x-next-resume-state-length',
    'x-matched-path',
    'x-invoke-path',
    'next-resume',
    'next-hmr-refresh',
    'next-action',
    'content-security-policy',
    'x-asked-for',
    'x-sluice-now',
  ])('nobody may say %s', async (name) => {
    const { asked, get } = await serverOf(listening)
    expect(await (await get(PINNED, { headers: { [name]: '1' } })).text()).toBe('a page')
    expect(await (await get(PINNED)).text()).toBe('a page')
    expect(asked).toHaveBeenCalledTimes(1)
    const past = await get(PINNED, { headers: { [name]: '1', 'accept-datetime': 'x' } })
    expect(await past.text()).toBe('a page')
  })

  test.for([
    ['GET', '/%E0%A4%A', 'two hexadecimal digits'],
    ['GET', '/materials/%', 'two hexadecimal digits'],
    ['GET', '/%FF?q=1', 'two hexadecimal digits'],
    ['GET', '/api/v1/%E0%A4%A', 'two hexadecimal digits'],
    ['POST', '/api/v1/%zz', 'two hexadecimal digits'],
    ['GET', '*', 'begins with a slash'],
    ['OPTIONS', '*', 'begins with a slash'],
  ] as const)('%s %s is refused in words', async ([method, path, words]) => {
    const { asked, address } = await serverOf(listening)
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      plainRequest(address, { method, path }, resolve).on('error', reject).end()
    })
    const text = Buffer.concat(await answer.toArray()).toString()
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([400, 'no-store'])
    expect(text).toContain(words)
    if (path.startsWith('/api/')) {
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(JSON.parse(text)).toMatchObject({ title: 'Bad Request', status: 400 })
    }
    expect(asked).not.toHaveBeenCalled()
  })

  test.for([
    [4_000, 200],
    [4_001, 414],
  ] as const)('an address of %i signs is answered %i', async ([length, status]) => {
    const { get } = await serverOf(listening)
    const answer = await get('/search?q='.padEnd(length, 'x'))
    expect(answer.status).toBe(status)
    if (status === 414) expect(await answer.text()).toBe('This address is too long: shorten it to 4000 characters.\n')
  })

  test.for([
    ['http://elsewhere.example/r/1/2026-11-22/matrix', PINNED],
    ['https://elsewhere.example', '/'],
    ['http://elsewhere.example?q=1', '/?q=1'],
  ] as const)('%s is asked as %s', async ([path, asked]) => {
    const server = await serverOf(listening)
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      plainRequest(server.address, { path }, resolve).on('error', reject).end()
    })
    answer.resume()
    expect(answer.statusCode).toBe(200)
    expect(server.asked.mock.calls[0]?.[0].url).toBe(asked)
  })

  test('what a reader asks with a % is no part of the address', async () => {
    const { get } = await serverOf(listening)
    expect(await (await get('/search?q=100%')).text()).toBe('a page')
    expect((await get('/materials/%E9%95%9D')).status).toBe(200)
  })

  test('the router of a page says what it says, and a form what it does', async () => {
    const { get } = await serverOf(listening)
    const router = { 'next-router-state-tree': 'a', 'next-url': '/' }
    expect(await (await get(PINNED, { headers: router })).text()).toContain('next-router-state-tree,next-url')
    const form = await get('/admin/drafts', { method: 'POST', headers: { 'next-action': 'a' } })
    expect(await form.text()).toContain('next-action')
  })
})

describe('“now”', () => {
  const now = { headRevision: vi.fn(), todayInBeijing: vi.fn(() => '2026-11-22'), closeDatabase: vi.fn() }

  /** What stands for the proxy and the page: each answer says of which revision and day it is. */
  const page: Next = async (_, response) => {
    const { revision, known } = await now.headRevision()
    const day = now.todayInBeijing()
    const told = known === 'asked' ? { 'x-sluice-now': `${revision} ${day}` } : {}
    sealed(response, `revision ${revision} on ${day}`, told)
  }

  beforeEach(() => {
    home['sluice.now'] = now
    now.headRevision.mockReset().mockResolvedValue({ revision: 41, known: 'asked' })
    now.todayInBeijing.mockReset().mockReturnValue('2026-11-22')
  })

  test('is asked for at every request, and answered from what is kept while it is the same', async () => {
    const { asked, get } = await serverOf(page)
    for (const _ of [1, 2, 3]) expect(await (await get('/')).text()).toBe('revision 41 on 2026-11-22')
    expect(asked).toHaveBeenCalledTimes(1)
    expect(now.headRevision).toHaveBeenCalledTimes(3)
  })

  test('is the newest revision from the next request on, and the next day from midnight on', async () => {
    const { get } = await serverOf(page)
    await get('/')
    now.headRevision.mockResolvedValue({ revision: 42, known: 'asked' })
    expect(await (await get('/')).text()).toBe('revision 42 on 2026-11-22')
    now.todayInBeijing.mockReturnValue('2026-11-23')
    expect(await (await get('/')).text()).toBe('revision 42 on 2026-11-23')
  })

  test('is for the page to say while the database is away', async () => {
    const { asked, get } = await serverOf(page)
    await get('/')
    now.headRevision.mockResolvedValue({ revision: 41, known: 'seen' })
    await get('/')
    await get('/')
    now.headRevision.mockRejectedValueOnce(new Error('a bug')).mockResolvedValue({ revision: 41, known: 'asked' })
    await get('/')
    expect(asked).toHaveBeenCalledTimes(4)
  })

  test('is never kept from before anybody could be asked', async () => {
    const { asked, get } = await serverOf(page)
    await get('/')
    Reflect.deleteProperty(home, 'sluice.now')
    await get('/')
    expect(asked).toHaveBeenCalledTimes(2)
  })
})
