import { request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nginx, startProxy } from '../support/nginx'

type Answer = { readonly status: number; readonly text: string }
type Headers = Readonly<Record<string, string>>

const PINNED = '/r/1/2026-11-22/matrix'
const KEPT = { 'content-type': 'text/html', 'cache-control': 'public, max-age=0, must-revalidate' }
const FOR_ONE = { 'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate' }
/** As Next.js says it, and the front besides. */
const VARY = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding'

let instance: Server
let proxy: { readonly port: number; readonly stop: () => Promise<void> }
/** What the instance answers, and the requests that came to it. */
let answer: (request: IncomingMessage, response: ServerResponse) => void
let came: IncomingMessage[] = []

/** What nginx remembers of one test is found by no other: each has addresses of its own. */
let turn = 0
const own = (path: string) => `${path}/after/a-${turn}`

beforeAll(async () => {
  if (nginx === undefined) return
  instance = createServer((request, response) => {
    came.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => instance.listen(0, '127.0.0.1', resolve))
  proxy = await startProxy((instance.address() as AddressInfo).port)
})

afterAll(async () => {
  await proxy?.stop()
  instance?.close().closeAllConnections()
})

beforeEach(() => {
  turn += 1
  came = []
  answer = (_, response) => response.writeHead(200, KEPT).end('a page')
})

function get(path: string, headers: Headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port: proxy.port, path, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (data) => {
        text += data
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Takes the instance away, as far as the proxy can see. */
function away(): void {
  answer = (_, response) => response.writeHead(503).end('away')
}

// Where there is no nginx this file says so; what the text of the configuration promises is held in proxy.test.ts everywhere.
if (nginx === undefined) {
  test('the proxy was not run, as there is no nginx on this machine', () => {
    expect(nginx).toBeUndefined()
  })
} else describe('the proxy, running', theProxy)

function theProxy(): void {
  test('gives what it keeps of a pinned page while no instance answers', async () => {
    expect(await get(own(PINNED))).toEqual({ status: 200, text: 'a page' })
    away()
    expect(await get(own(PINNED))).toEqual({ status: 200, text: 'a page' })
    expect((await get('/')).status).toBe(503)
  })

  test.for(['private, no-store', 'no-store', 'public, no-cache', FOR_ONE['cache-control']])(
    'keeps nothing in the place of a pinned page that says %s',
    async (said) => {
      answer = (_, response) => response.writeHead(200, { 'cache-control': said }).end('{}')
      expect((await get(own(PINNED))).text).toBe('{}')
      away()
      expect((await get(own(PINNED))).status).toBe(503)
    },
  )

  test('asks for "now" for its readers side by side, and once for a page that it may keep', async () => {
    let [underWay, most] = [0, 0]
    answer = (_, response) => {
      underWay += 1
      most = Math.max(most, underWay)
      setTimeout(() => {
        underWay -= 1
        response.writeHead(200, KEPT).end('an answer')
      }, 300)
    }
    const three = (path: string) => Promise.all([get(path), get(path), get(path)])
    expect((await three('/')).map(({ text }) => text)).toEqual(Array(3).fill('an answer'))
    expect(most).toBe(3)
    came = []
    expect((await three(own(PINNED))).map(({ text }) => text)).toEqual(Array(3).fill('an answer'))
    expect(came).toHaveLength(1)
  })

  test('keeps one copy for all spellings of a way of sending', async () => {
    answer = ({ headers }, response) =>
      response.writeHead(200, { ...KEPT, vary: VARY }).end(`as ${headers['accept-encoding'] ?? 'it is'}`)
    for (const spelling of ['gzip, deflate, br', 'br,gzip', 'gzip;q=0.8, br;q=1', 'BR']) {
      expect((await get(own(PINNED), { 'accept-encoding': spelling })).text).toBe('as br')
    }
    expect((await get(own(PINNED), { 'accept-encoding': 'gzip' })).text).toBe('as gzip')
    expect((await get(own(PINNED), { 'accept-encoding': 'br;q=0' })).text).toBe('as it is')
    expect((await get(own(PINNED))).text).toBe('as it is')
    expect(came.map(({ headers }) => headers['accept-encoding'])).toEqual(['br', 'gzip', undefined])
  })

  test.for([...VARY.split(', ').slice(0, -1), 'next-url', 'accept-datetime'])(
    'gives nobody else what who says %s is answered, nor the page to them',
    async (name) => {
      answer = ({ headers }, response) =>
        response.writeHead(200, { ...KEPT, vary: VARY }).end(headers[name] === undefined ? 'a page' : 'a part')
      for (const said of ['1', '0']) {
        expect((await get(own(PINNED), { [name]: said })).text).toBe('a part')
        expect((await get(own(PINNED))).text).toBe('a page')
      }
    },
  )

  test('passes nothing on by which a page would be emptied', async () => {
    answer = ({ headers }, response) => {
      if (headers['x-middleware-prefetch']) response.writeHead(200, FOR_ONE).end('{}')
      else response.writeHead(200, KEPT).end('a page')
    }
    for (const headers of [
      { 'x-middleware-prefetch': '1' },
      { 'x-middleware-prefetch': '1', 'accept-datetime': 'x' },
    ]) {
      expect((await get(own(PINNED), headers)).text).toBe('a page')
      expect((await get(own(PINNED))).text).toBe('a page')
    }
  })
}
