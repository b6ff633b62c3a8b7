import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '@/lib/operating/embedded-postgres'
import { copyInto } from '@/lib/operating/image/write-image'
import { askOnce } from '../support/ask-once'
import { isLineOfRequest } from '../support/log-lines'
import { newDatabase } from '../support/sluice'

/** Nobody in particular: where this runs as root, the container's program runs as another user, as it does in a container. */
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** What no import names, and is read by its path: each is missed only when it is asked for. */
const READ_BY_PATH = [
  '/r/1/2025-10-09/matrix/og.png',
  '/api/docs/viewer/swagger-ui.css',
  '/icon.svg',
  '/r/1/2025-10-09/matrix.xlsx',
  '/zh/r/1/2025-10-09/materials/Dy',
  '/api/v1/openapi.json',
]

test('what a container is given is enough to serve, to somebody who may write nothing', async () => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-image-'))
  const database = await newDatabase(process.env['TEST_POSTGRES_URL'] ?? '')
  const collector = await aCollector()
  try {
    const { bytes } = await copyInto(folder)
    expect(bytes).toBeLessThan(150e6)
    readOnly(folder)
    const port = await freePort()
    const server = start(folder, port, { databaseUrl: database.url, collector: collector.url })
    try {
      await server.ready
      await answersEverything(`http://127.0.0.1:${port}`)
      await tellsFigures(`http://127.0.0.1:${port}`)
      await saysWhoTheyAre(`http://127.0.0.1:${port}`)
      await makesSoMuchForOneNetwork(`http://127.0.0.1:${port}`)
      server.end('SIGTERM')
      const { code, said } = await server.ended
      expect(code).toBe(0)
      saysNothingOfPeople(said)
      saysNothingOfPeople((await everyRow(database.url)).join('\n'))
      expect(said.split('\n').filter((line) => line !== '' && !isLineOfRequest(line))).toEqual([])
      saysNothingOfPeople(collector.received())
      expect(spansIn(collector.received())).toEqual(
        expect.arrayContaining(['GET /r/:x/:x/matrix/og.png', 'POST /admin/sign-in', 'SELECT newest-revision']),
      )
    } finally {
      server.end('SIGKILL')
      collector.close()
    }
  } finally {
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function answersEverything(address: string): Promise<void> {
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(await (await fetch(address)).text()).toContain('<table')
  for (const place of READ_BY_PATH) expect((await fetch(`${address}${place}`)).status, place).toBe(200)
}

/** Somebody, and what they look for: nothing that is written down anywhere may name them. */
const SOMEBODY = 'somebody.secret@example.org'

/** Where they are, as the proxy that is trusted here tells it. */
const FROM_AFAR = { 'x-forwarded-for': '203.0.113.77' }

/** Searches, checks a product and tries to sign in, as somebody who would not want to be found in a log. */
async function saysWhoTheyAre(address: string): Promise<void> {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const get = (place: string) =>
    fetch(`${address}${place}`, { headers: { 'x-request-id': SOMEBODY, traceparent, ...FROM_AFAR } })
  await get(`/search?q=${encodeURIComponent(SOMEBODY)}`)
  await get(`/check?named=${encodeURIComponent(SOMEBODY)}`)
  await get('/r/1/2026-11-22/to/US/check/code/2805301910/named/Somebodysecret')
  await get('/r/1/2026-11-22/party/somebodysecret/matrix')
  await get(`/api/v1/search?q=${encodeURIComponent(SOMEBODY)}`)
  const form = new FormData()
  form.set('email', SOMEBODY)
  form.set('password', 'a password of somebody.secret')
  const { status } = await fetch(`${address}/admin/sign-in`, {
    method: 'POST',
    headers: FROM_AFAR,
    body: form,
    redirect: 'manual',
  })
  const frozen = await fetch(`${address}/api/v1/snapshots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...FROM_AFAR },
    body: JSON.stringify({ view: 'matrix', question: { on: '2025-11-08', rev: 1 } }),
  })
  expect(frozen.status).toBeLessThan(300)
  expect(status).toBeLessThan(500)
}

function saysNothingOfPeople(text: string): void {
  expect(text).not.toMatch(/somebody|secret|password|127\.0\.0\.1|203\.0\.113|2805301910/i)
}

/** Every row of every table in which a network address or the name of that somebody stands, as text. */
async function everyRow(databaseUrl: string): Promise<readonly string[]> {
  const tables = await askOnce(
    databaseUrl,
    `select format('%I.%I', schemaname, tablename) as named from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(30)
  const found = []
  for (const { named } of tables)
    found.push(
      ...(await askOnce(
        databaseUrl,
        `select t::text as line from ${named} t where t::text ~* 'somebody|203\\.0\\.113'`,
      )),
    )
  return found.map(({ line }) => String(line))
}

const TOKEN = 'a-token-for-figures'

async function tellsFigures(address: string): Promise<void> {
  const figures = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  expect(await figures.text()).toMatch(/^sluice_head_revision 1\n[\s\S]*^sluice_silences \d+\n/m)
  expect((await fetch(`${address}/metrics`)).status).toBe(401)
}

/** More than one network has made for it in a minute, besides what was asked here before. */
const TOO_MANY = 80
const ALLOWED = 60

async function makesSoMuchForOneNetwork(address: string): Promise<void> {
  const asked = Array.from({ length: TOO_MANY }, (_, at) => fetch(`${address}/api/v1/search?q=${at}`))
  const refused = (await Promise.all(asked)).filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(TOO_MANY - ALLOWED)
  expect(Object.fromEntries(refused[0]?.headers ?? [])).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'retry-after': expect.stringMatching(/^\d+$/),
    'ratelimit-policy': `"computed";q=${ALLOWED};w=60`,
    ratelimit: expect.stringMatching(/^"computed";r=0;t=\d+$/),
  })
  expect((await fetch(address)).status).toBe(200) // it is kept
  const page = await fetch(`${address}/zh/search?q=1`)
  expect([page.status, await page.text()]).toEqual([429, expect.stringContaining('短时间内请求过多')])
}

/** As much of a collector of OpenTelemetry as takes what is sent. */
async function aCollector() {
  const sent: string[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      sent.push(body)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, received: () => sent.join('\n'), close: () => server.close() }
}

type Batch = {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly { readonly name: string }[] }[]
  }[]
}

function spansIn(received: string): readonly string[] {
  const batches = received.split('\n').map((batch): Batch => JSON.parse(batch))
  return batches.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(({ name }) => name))),
  )
}

/** As a read-only file system is to the program; what `chmod` cannot do to root, another user does. */
function readOnly(folder: string): void {
  chmodSync(folder, 0o555)
}

/** Starts what the container starts, with what a container is told and nothing else of this environment. */
function start(folder: string, port: number, told: { readonly databaseUrl: string; readonly collector: string }) {
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/operating/start.mjs'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      // Not there: whoever writes a temporary file fails.
      TMPDIR: path.join(folder, 'nowhere'),
      HOME: path.join(folder, 'nowhere'),
      PORT: String(port),
      DATABASE_URL: told.databaseUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: told.collector,
      METRICS_TOKEN: TOKEN,
      COMPUTED_PER_MINUTE: String(ALLOWED),
      SLUICE_SECRET: 'a secret of thirty-two characters or more',
      BASE_URL: 'https://sluice.example',
      TRUSTED_PROXY: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...asNobody,
  })
  let said = ''
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) =>
      resolve({ code, said: said.replace(/^[\s\S]*Sluice is ready at.*\n|^.*"msg":"Stopping …".*\n/gm, '') }),
    ),
  )
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data
        if (said.includes('Sluice is ready at')) resolve()
      })
    }
    ended.then(() => reject(new Error(`It did not start:\n${said}`)))
  })
  return { ready, ended, end: (signal: NodeJS.Signals) => child.kill(signal) }
}
