import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requirePerson } from '@/lib/auth/guard'
import { join } from '@/lib/auth/join'
import { invite } from '@/lib/auth/people'
import type { Admin } from '@/lib/auth/person'
import { beginSecondFactor, confirmSecondFactor } from '@/lib/auth/second-factor'
import { enterCode, signIn } from '@/lib/auth/sign-in'
import { closeDatabase, kept } from '@/lib/db/client'
import type { Result } from '@/lib/ledger/result'
import { rotate, subscribe } from '@/lib/notifying/webhooks'
import { logTo, speakThrough } from '@/lib/operating/telemetry/log.mjs'
import { startTracing } from '@/lib/operating/telemetry/tracing.mjs'
import { answerFault, computing, watched } from '@/lib/operating/telemetry/watching.mjs'
import { makeAccounts, PASSWORD, personOf } from '../support/accounts'
import { useDatabase } from '../support/database'
import { aBrowser, requestOf, use } from '../support/pretend-browser'
import { codeNow } from '../support/totp'

const spoken = { ...console }
const lines: string[] = []
const spans: string[] = []
let act: () => Promise<unknown> = () => Promise.resolve()
let origin = ''

const collector = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  spans.push(body)
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})
const site = createServer()

/** Every request does what `act` says, and is watched, logged and traced as a server's is, down to the chattiest level. */
beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = '' // Vitest has another use for it
  await makeAccounts(await useDatabase('record'))
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = await addressOf(collector)
  const log = logTo({ level: 'debug', instance: 'one' }, { write: (line: string) => lines.push(line) })
  const tracing = startTracing({ service: 'sluice', instance: 'one', version: '1', trusted: true })
  const watch = { log, lines: 'all' as const, trusted: true, spans: tracing }
  const make = async (_: IncomingMessage, response: ServerResponse) => {
    await act()
    response.end('done')
  }
  const answer = watched(computing(make, watch), watch)
  site.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => answerFault(request, response, error))
  })
  origin = await addressOf(site)
  speakThrough(log)
  endTracing = () => tracing.end()
})

let endTracing: () => Promise<void> = () => Promise.resolve()

afterAll(async () => {
  Object.assign(console, spoken)
  for (const server of [collector, site]) server.close().closeAllConnections()
  await closeDatabase()
})

async function addressOf(server: typeof site): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What comes of something that is done in answer to a form. */
async function sent<Value>(address: string, done: () => Promise<Result<Value, unknown>>): Promise<Value> {
  let outcome: Result<Value, unknown> | undefined
  act = async () => {
    outcome = await done()
  }
  const headers = { cookie: requestOf(browser).get('cookie') ?? '', 'x-request-id': 'edge-7f3a9c21' }
  await fetch(origin + address, { method: 'POST', headers })
  return outcome?.ok === true ? outcome.value : (undefined as Value)
}

const browser = use(aBrowser())
const credentials = { email: personOf('ada').email, password: PASSWORD, code: '' }

const ROUTES = [
  ...['/admin/sign-in', '/admin/people', '/admin/join/:x', '/admin/account', '/admin/webhooks', '/admin/webhooks/:x'],
]

/** Signs in, badly and well, joins, sets up a second factor and adds a webhook. Gives every secret that came by. */
async function everySecret(): Promise<readonly string[]> {
  const wrong = { ...credentials, password: 'mistyped-but-nearly' }
  await sent('/admin/sign-in', () => signIn(wrong, requestOf(browser)))
  await sent('/admin/sign-in', () => signIn(credentials, requestOf(browser)))
  const ada = (await requirePerson()) as Admin
  const cookies = [...browser.cookies.values()].map(({ value }) => value)

  const { token } = await sent('/admin/people', () => invite(ada, { email: 'dora@example.org', role: 'editor' }))
  const password = 'four-words-and-a-comma'
  await sent(`/admin/join/${token}`, () => join(token, { name: 'Dora', publicName: '', password }))

  const set = await sent('/admin/account', () => beginSecondFactor(ada, PASSWORD, requestOf(browser)))
  const code = codeNow(set.secret)
  await sent('/admin/account', () => confirmSecondFactor(ada, code, requestOf(browser)))
  await sent('/admin/sign-in', () => signIn(credentials, requestOf(browser)))
  await sent(`/admin/sign-in?code=${code}`, () => enterCode(set.backupCodes[0] ?? '', requestOf(browser)))
  const later = [...browser.cookies.values()].map(({ value }) => value)

  const hook = { url: 'https://example.org/hook-of-ours', description: 'A hook', materials: '', regimes: '' }
  const webhook = await sent('/admin/webhooks', () => subscribe(ada, { ...hook, kinds: ['revision.published'] }))
  const rotated = await sent(`/admin/webhooks/${webhook.id}`, () => rotate(ada, webhook.id))
  for (const said of [`Key (token)=(${token}) already exists.`, `invalid input syntax for type uuid: "${token}"`]) {
    const fault = Object.assign(new Error(said), { detail: webhook.secret })
    await sent('/admin/people', () => Promise.reject(fault))
  }

  const typed = [credentials.email, PASSWORD, wrong.password, password, 'dora@example.org', 'hook-of-ours', code]
  const told = [token, set.secret, ...set.backupCodes, webhook.secret, rotated.secret, ...cookies, ...later]
  return [...typed, ...told].map((secret) => secret.replace(/\..*$/, ''))
}

test('no line, span or act that is logged tells a password, a code, a cookie, a link or a secret', async () => {
  const secrets = await everySecret()
  await endTracing()
  const acts = await kept().editors.prisma.auditEntry.findMany({ select: { act: true, subject: true, detail: true } })

  const all = [...lines, ...spans, JSON.stringify(acts)].join('\n')
  // A code of six digits stands in longer numbers by chance.
  const stands = (secret: string) =>
    /^\d{6}$/.test(secret) ? new RegExp(`(?<!\\w)${secret}(?!\\w)`).test(all) : all.includes(secret)
  expect(secrets.filter(stands)).toEqual([])
  expect(secrets.filter((secret) => secret.length < 6)).toEqual([])
  expect(acts.map(({ act: name }) => name)).toEqual(
    expect.arrayContaining(['session.refused', 'session.signed-in', 'second-factor.on', 'webhook.secret-rotated']),
  )
  const routes = new Set(lines.map((line) => JSON.parse(line).route))
  expect([...routes].sort()).toEqual([...new Set(ROUTES)].sort())
  const named = new Set(spans.flatMap((batch) => [...batch.matchAll(/"name":"(\w+ [^"]+)"/g)].map(([, name]) => name)))
  expect([...named]).toEqual(expect.arrayContaining(ROUTES.map((route) => `POST ${route}`)))
})
