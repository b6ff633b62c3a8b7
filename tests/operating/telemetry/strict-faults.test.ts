import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { dress } from '@/lib/operating/front/dress.mjs'
import { logTo } from '@/lib/operating/telemetry/log.mjs'
import { answerFault, computing, watched } from '@/lib/operating/telemetry/watching.mjs'
import config from '@/next.config'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

let end: () => unknown = () => undefined
afterEach(() => end())

/** What next.config.ts says on every page of editors, the later rule last; names in lower case. */
const rules = (await config.headers?.()) ?? []
const onPages = ['/:path*', '/((?!api/).*)', '/admin/:path*'].flatMap((source) =>
  rules.filter((rule) => rule.source === source).flatMap(({ headers }) => headers),
)
const said = Object.fromEntries(onPages.map(({ key, value }) => [key.toLowerCase(), value]))

/** The head of a page that broke in what makes it, watched and dressed as the server does it. */
async function headOf(make: Answer) {
  const watch = { log: logTo({ level: 'silent', instance: 'one' }, { write: () => true }), lines: 'none' as const }
  const answer = watched(computing(make, { ...watch, trusted: false, spans: null }), {
    ...watch,
    trusted: false,
    spans: null,
  })
  const server = createServer((request, response) => {
    dress(response)
    answer(request, response).catch((error: unknown) => answerFault(request, response, error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  end = () => server.close().closeAllConnections()
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/admin/join/x`, { headers: { accept: 'text/html' } })
  return { status: response.status, ...Object.fromEntries(response.headers) }
}

const others = Object.fromEntries(
  Object.entries(said).filter(([name]) => !/^(content-security-policy|x-robots-tag)$/.test(name)),
)

test('a page that broke after its head was begun is as strict as any, and runs no script that it did not name', async () => {
  const head = await headOf(async (_, response) => {
    for (const [name, value] of Object.entries(said)) response.setHeader(name, value)
    response.writeHead(500, { 'content-type': 'text/html' }).end('it broke')
  })
  const policy = `default-src 'none'; ${said['content-security-policy']}; script-src 'self'`
  expect(head).toMatchObject({ status: 500, ...others, 'content-security-policy': policy, 'cache-control': 'no-store' })
})

test('a page that broke before anything was said is as strict, and may do nothing at all', async () => {
  const head = await headOf(() => Promise.reject(new Error('expected of this test')))
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  expect(Object.keys(others)).toHaveLength(7)
  expect(head).toMatchObject({ status: 500, ...others, 'content-security-policy': policy, 'cache-control': 'no-store' })
})
