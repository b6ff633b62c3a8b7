import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { vi } from 'vitest'
import { crowd } from '@/lib/operating/front/crowd.mjs'
import { inFrontOf } from '@/lib/operating/front/front.mjs'

export type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Two of each at once, and as many as come may wait. */
const TERMS = { few: 2, many: 2, turns: 0, freely: 99, most: 99, waitMs: 60_000, longestMs: 60_000, longMs: 60_000 }

const ends: (() => void)[] = []

/** To be called before and after each test. */
export function endServers(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('sluice.page-store'))
  for (const end of ends.splice(0)) end()
}

/**
 * A server with the front before what stands for Next.js: `came` are the addresses that came through to it, and `ended` is called
 * as often as an answer was handed over or given up.
 */
export async function served(next: Next, terms: Partial<typeof TERMS> = {}) {
  const came: string[] = []
  const ended = vi.fn()
  const every = { ...TERMS, ...terms }
  const all = crowd({ readers: every, editors: every, signIn: every })
  const front = inFrontOf(
    async (request, response) => {
      came.push(String(request.url))
      await next(request, response)
    },
    {},
    all,
  )
  const server: Server = createServer((request, response) => {
    response.once('close', ended)
    front(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(all.end, () => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
  /** One connection on which all of this is asked in one breath, and nothing is read. */
  const unread = (paths: readonly string[]) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined).pause()
    socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''))
    ends.push(() => socket.destroy())
    return socket
  }
  return { came, counts: all.counts, ended, get, unread }
}

/** A door that stays closed until it is opened. */
export function door() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** An answer as Next.js sends one that may be kept for ever. */
export function sealed(response: ServerResponse, address: string, more: Readonly<Record<string, string>> = {}): void {
  const fields = { 'content-type': 'text/html; charset=utf-8', 'x-sluice-kept': `${address} ever`, ...more }
  for (const [name, value] of Object.entries(fields)) response.setHeader(name, value)
  response.end('a page')
}
