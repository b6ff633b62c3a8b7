import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { refused } from '@/lib/operating/front/door.mjs'
import { dress } from '@/lib/operating/front/dress.mjs'

const servers: ReturnType<typeof createServer>[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function headOf(answer: (response: ServerResponse) => void): Promise<Record<string, string>> {
  const server = createServer((_, response) => {
    dress(response)
    answer(response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { redirect: 'manual' })
  return Object.fromEntries(headers)
}

const DRESSED = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
}

describe('an answer leaves dressed', () => {
  test('however its head was written', async () => {
    const plain = { ...DRESSED, 'content-type': 'text/plain; charset=utf-8' }
    expect(await headOf((response) => response.writeHead(308, { location: '/x' }).end('/x'))).toMatchObject(plain)
    expect(await headOf((response) => response.writeHead(400, 'Bad', ['x-a', 'b']).end('no'))).toMatchObject(plain)
    expect(await headOf((response) => response.end('said without a word'))).toMatchObject(plain)
  })

  test('in its own clothes where it has some', async () => {
    const own = { 'Content-Security-Policy': "script-src 'self'", 'Content-Type': 'text/html' }
    const policy = "default-src 'none'; script-src 'self'"
    const said = { ...DRESSED, 'content-security-policy': policy, 'content-type': 'text/html' }
    expect(await headOf((response) => response.writeHead(200, own).end())).toMatchObject(said)
    expect(await headOf((response) => response.writeHead(200, Object.entries(own).flat()).end())).toMatchObject(said)
    const set = (response: ServerResponse) => {
      for (const [name, value] of Object.entries(own)) response.setHeader(name, value)
      response.end()
    }
    expect(await headOf(set)).toMatchObject(said)
  })

  test('in its own clothes as it was kept, what is said more than once included', async () => {
    const policies = ["style-src 'self'", "script-src 'self' 'sha256-x'"]
    const kept = ['Content-Security-Policy', policies, 'content-type', 'text/html; charset=utf-8', 'etag', '"x"']
    const head = await headOf((response) => response.writeHead(200, kept as string[]).end())
    expect(head).toMatchObject({
      'content-security-policy': ["default-src 'none'", ...policies].join('; '),
      'content-type': kept[3],
    })
  })

  test('of a file that no script runs in, whoever opens it alone', async () => {
    const file = { 'content-security-policy': "style-src 'self'", 'content-type': 'image/svg+xml' }
    const strict = { ...DRESSED, 'content-type': 'image/svg+xml' }
    expect(await headOf((response) => response.writeHead(200, Object.entries(file).flat()).end())).toMatchObject(strict)
    expect(
      await headOf((response) => {
        for (const [name, value] of Object.entries(file)) response.setHeader(name, value)
        response.end()
      }),
    ).toMatchObject(strict)
  })

  test('of a page that did not come to say its scripts that it has none of its own', async () => {
    const page = { 'content-type': 'text/html', 'content-security-policy': "style-src 'self'" }
    for (const write of [
      (response: ServerResponse) => response.writeHead(500, Object.entries(page).flat()).end(),
      (response: ServerResponse) => response.setHeader('content-type', 'text/html').writeHead(500).end(),
    ]) {
      expect((await headOf(write))['content-security-policy']).toMatch(/script-src 'self'|default-src 'none'/)
    }
  })

  test('and takes nothing back of what a reader keeps', async () => {
    const kept = (response: ServerResponse) =>
      response.setHeader('content-security-policy', "style-src 'self'").writeHead(304).end()
    const { 'content-security-policy': _, ...others } = DRESSED
    expect(await headOf(kept)).toMatchObject(others)
    expect(await headOf(kept)).not.toHaveProperty('content-security-policy')
  })

  test('and names no type of what has no body', async () => {
    expect(await headOf((response) => response.writeHead(304).end())).not.toHaveProperty('content-type')
  })
})

test('who asks to see their own request is refused', async () => {
  const head: unknown[] = []
  const response = {
    writeHead: (...said: unknown[]) => {
      head.push(...said)
      return response
    },
    end: () => undefined,
  }
  expect(refused({ url: '/', method: 'TRACE' } as never, response as never)).toBe(true)
  expect(head).toEqual([405, { allow: 'GET, HEAD, POST, OPTIONS', 'cache-control': 'no-store' }])
  expect(refused({ url: '/', method: 'GET' } as never, response as never)).toBe(false)
})
