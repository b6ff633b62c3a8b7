import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { logTo } from '@/lib/operating/telemetry/log.mjs'
import { registry } from '@/lib/operating/telemetry/metrics.mjs'
import { answerFault, computing, watched } from '@/lib/operating/telemetry/watching.mjs'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A server that is watched; what stands at `/kept` is answered in front of what makes answers. */
async function serverOf(make: Answer, lines: 'computed' | 'all' | 'none' = 'computed') {
  const written: string[] = []
  const log = logTo({ level: 'info', instance: 'one' }, { write: (line: string) => written.push(line) })
  const watch = { log, lines, trusted: true, spans: null }
  const made = computing(make, watch)
  const answer = watched(async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/early')) throw new Error('expected of this test')
    if (request.url?.startsWith('/kept')) response.writeHead(200, { 'cache-control': 'public' }).end('kept')
    else await made(request, response)
  }, watch)
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => answerFault(request, response, error))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(address + path, { headers: { 'x-request-id': 'edge-7f3a9c21', accept: 'text/html', ...headers } }),
    /** The lines, once there are so many. */
    lines: async (count: number) => {
      await expect.poll(() => written.length).toBe(count)
      return written.map((line) => JSON.parse(line))
    },
  }
}

const named = (response: Response) => response.headers.get('x-request-id')

const says =
  (status: number, fields: Record<string, string>, text = 'something'): Answer =>
  async (_, response) => {
    response.writeHead(status, fields).end(text)
  }

describe('a request', () => {
  test('is told in one line, by the shape of its address', async () => {
    const { get, lines } = await serverOf(says(200, { 'cache-control': 'no-store' }))
    const response = await get('/search?q=ana@example.org')
    expect(named(response)).toBe('edge-7f3a9c21')
    expect(await lines(1)).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        instance: 'one',
        msg: 'request',
        request: 'edge-7f3a9c21',
        method: 'GET',
        route: '/search',
        kind: 'page',
        status: 200,
        answered: 'computed',
        ms: expect.any(Number),
      },
    ])
  })

  test('that is answered from what is kept is told only where all are', async () => {
    const some = await serverOf(says(200, {}))
    await some.get('/kept')
    await some.get('/')
    expect(await some.lines(1)).toMatchObject([{ route: '/' }])
    const all = await serverOf(says(200, {}), 'all')
    expect(named(await all.get('/kept/ana'))).toBeNull()
    expect(await all.lines(1)).toMatchObject([{ route: '/:x/:x', answered: 'kept' }])
  })

  test('is not named on what others may be given', async () => {
    const { get } = await serverOf(async (request, response) => {
      if (request.url === '/told') response.setHeader('x-sluice-kept', '/told ever')
      else response.setHeader('cache-control', 'public, max-age=0, must-revalidate')
      response.end('a page')
    })
    expect([named(await get('/told')), named(await get('/public'))]).toEqual([null, null])
  })

  test('is named on every error', async () => {
    const { get } = await serverOf(says(404, { 'cache-control': 'public' }))
    expect(named(await get('/'))).toBe('edge-7f3a9c21')
  })

  test('is counted by kind, status and how it was answered', async () => {
    const { get, lines } = await serverOf(says(418, {}))
    await get('/api/v1/teapot')
    await lines(1)
    expect(await registry.metrics()).toContain('sluice_requests_total{kind="api",status="418",answered="computed"} 1')
  })
})

describe('a fault', () => {
  const broken: Answer = async (_, response) => {
    response.setHeader('etag', '"x"')
    response.statusCode = 500
    response.write('at secret (/srv/secret.js:1:1)')
    response.end('select secret')
  }

  test.for([
    ['/r/1/2026-11-22/matrix', 'Something went wrong on our side'],
    ['/zh/r/1/2026-11-22/matrix', '本站出错'],
  ])('of %s says its name in words, and nothing that was written', async ([path = '', title]) => {
    const response = await (await serverOf(broken)).get(path)
    const text = await response.text()
    expect([response.status, response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([
      500,
      null,
      'no-store',
    ])
    expect(text).toContain(`<h1>${title}</h1>`)
    expect(text).toContain('<code>edge-7f3a9c21</code>')
    expect(text).not.toContain('secret')
  })

  test('of the API is a problem that says its name', async () => {
    const problem = { type: 'urn:sluice:problem:broken', status: 500, detail: 'It broke.', errors: [] }
    const { get } = await serverOf(says(500, { 'content-type': 'application/problem+json' }, JSON.stringify(problem)))
    const told = await (await get('/api/v1/status')).json()
    expect(told).toEqual({ ...problem, detail: expect.stringMatching(/^It broke\. .*edge-7f3a9c21\.$/) })
  })

  test('that nobody caught is told the same way', async () => {
    const { get } = await serverOf(() => Promise.reject(new Error('expected of this test')))
    const response = await get('/')
    expect([response.status, named(response)]).toEqual([500, 'edge-7f3a9c21'])
    expect(await response.text()).toContain('<code>edge-7f3a9c21</code>')
  })

  test('in front of the pages is told and counted as all others are', async () => {
    const faults = async () =>
      Number(/sluice_faults_total\{kind="page"\} (\d+)/.exec(await registry.metrics())?.[1] ?? 0)
    const before = await faults()
    const { get, lines } = await serverOf(says(200, {}), 'all')
    expect((await get('/early')).status).toBe(500)
    const told = (await lines(1)).filter(({ msg }) => msg === 'request')
    expect(told).toMatchObject([{ route: expect.any(String), status: 500 }])
    expect(await faults()).toBe(before + 1)
  })

  test('in a part of a page is the router’s to tell', async () => {
    const response = await (await serverOf(broken)).get('/', { rsc: '1' })
    expect(await response.text()).toContain('select secret')
  })
})
