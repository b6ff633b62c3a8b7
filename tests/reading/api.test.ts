import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '@/app/api/v1/serve'
import type { Example, Operation } from '@/lib/contract/api/operation'
import { API, addressOfExample } from '@/lib/contract/api/operation'
import { OPERATIONS } from '@/lib/contract/api/registry'
import { closeDatabase } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { RULE_VERSION } from '@/lib/ledger/rule-version'
import { type ApiDocument, readerOf } from '../support/api-schemas'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { appendHistory } from '../support/revisions'

let document: ApiDocument
let read: ReturnType<typeof readerOf>
let snapshot = ''
let publish: () => Promise<void>

beforeAll(async () => {
  process.env['BASE_URL'] = '' // else the origin is that of the tests' own tool
  const url = await useDatabase('record')
  publish = async () => {
    const database = openDatabase(url)
    await anaAndBen(database)
    await appendHistory(database)
    await database.close()
  }
  document = await json(await get(`${API}/openapi.json`))
  read = readerOf(document)
  const made = await json<{ id: string }>(await post({ view: 'matrix', question: { on: '2025-11-08' } }))
  snapshot = made.id
})
afterAll(closeDatabase)

const ORIGIN = 'http://sluice.test'

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return serve(new Request(`${ORIGIN}${path}`, { method, headers: { host: 'sluice.test', ...headers } }))
}

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return serve(
    new Request(`${ORIGIN}${API}/snapshots`, {
      method: 'POST',
      headers: { host: 'sluice.test', 'content-type': 'application/json', 'x-peer-address': '192.0.2.1', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: what an answer is made of is what these tests are about
async function json<Body = any>(response: Response): Promise<Body> {
  return (await response.json()) as Body
}

/** What the document does not tell of an answer, or tells otherwise. */
function wrongWith(operation: Operation, status: number, body: unknown): readonly string[] {
  const told = document.paths[`${API}${operation.path}`]?.[operation.method.toLowerCase()]?.responses[String(status)]
  const [content] = Object.values(told?.content ?? {})
  return content === undefined ? [`the document tells of no ${status}`] : read(content.schema, body)
}

function ask(operation: Operation, example: Example): Promise<Response> {
  const path = addressOfExample(operation, example).replace('{id}', snapshot)
  return operation.method === 'POST' ? post(example.body) : get(path)
}

describe('every example of the document', () => {
  const examples = OPERATIONS.flatMap((operation) =>
    operation.examples.map((example) => [operation.id, example.title, operation, example] as const),
  )

  test.for(examples)('%s: %s', async ([, , operation, example]) => {
    const response = await ask(operation, example)
    expect(operation.succeeds).toContain(response.status)
    const body = await json(response)
    if ('items' in body) expect(body.items.length).toBeGreaterThan(0)
    if ('lines' in body) expect(body.lines.length + body.instruments.length).toBeGreaterThan(0)
    expect(wrongWith(operation, response.status, body)).toEqual([])
    expect(wrongWith(operation, response.status, { ...body, undocumented: 1 })).toEqual(
      operation.id === 'document' ? [] : [expect.stringContaining('undocumented')],
    )
  })
})

describe('what is refused', () => {
  test.for([
    [`${API}/status?material=Dy`, 400, 'missing'],
    [`${API}/materials?limit=0`, 400, 'malformed-limit'],
    [`${API}/materials?limit=201`, 400, 'malformed-limit'],
    [`${API}/materials?cursor=abc`, 400, 'malformed-cursor'],
    [`${API}/materials?rev=99`, 404, 'unpublished-revision'],
    [`${API}/materials?day=2025-11-08`, 400, 'unknown-field'],
    [`${API}/materials/Dx`, 404, 'unknown-key'],
    [`${API}/provisions?instrument=nobody`, 404, 'unknown-key'],
    [`${API}/revisions/0`, 400, 'malformed-revision'],
    [`${API}/revisions/99`, 404, 'unpublished-revision'],
    [`${API}/timeline?material=Dy&form=soup`, 404, 'unknown-key'],
    [`${API}/codes?code=8505.1`, 400, 'malformed-code'],
    [`${API}/search?q=${'a'.repeat(121)}`, 400, 'text-too-long'],
    [`${API}/search`, 400, 'missing'],
    [`${API}/compare`, 400, 'missing'],
    [`${API}/compare?a=2025-02-30`, 400, 'malformed-day'],
    [`${API}/snapshots/nothing`, 400, 'malformed-snapshot'],
    [`${API}/snapshots/${'0'.repeat(64)}`, 404, 'unknown-snapshot'],
    [`${API}/materiels`, 404, 'no-such-resource'],
    [`${API}/materials/Dy/more`, 404, 'no-such-resource'],
    [`${API}/materials/%E0%A4%A`, 404, 'no-such-resource'],
  ] as const)('%s: %i %s', async ([path, status, why]) => {
    const response = await get(path)
    const body = await json(response)
    expect([response.status, body.type]).toEqual([status, `urn:sluice:problem:${why}`])
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(read({ $ref: '#/components/schemas/Problem' }, body)).toEqual([])
    expect(body.detail).toMatch(/^\S.{20,}[.]$/)
  })

  test('a code that is none is led to nothing, and one that is near to the resource that was meant', async () => {
    expect((await json(await get(`${API}/materiels`))).detail).toContain('/api/v1/materials')
  })

  test('what is not asked in this way is told how it is', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await get(`${API}/matrix`, {}, method)
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    const listed = await get(`${API}/snapshots`)
    expect([listed.status, listed.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
  })

  test.for([
    ['{', 400, 'not-json'],
    ['[]', 400, 'malformed-body'],
    [{ view: 'matrx' }, 400, 'malformed-body'],
    [{ view: 'material' }, 400, 'malformed-body'],
    [{ view: 'matrix', question: { on: 20251108 } }, 400, 'malformed-body'],
    [{ view: 'matrix', question: { on: '2025-02-30' } }, 400, 'malformed-day'],
    [{ view: 'matrix', question: { on: '2019-01-01' } }, 404, 'before-record'],
    [{ view: 'matrix', question: { on: '2199-01-01' } }, 404, 'too-far-ahead'],
    [{ view: 'matrix', question: { day: '2025-11-08' } }, 400, 'unknown-field'],
    [{ view: 'matrix', question: { rev: 99 } }, 404, 'unpublished-revision'],
    [{ address: 'https://elsewhere.example/materials/Dy' }, 400, 'foreign-address'],
    [{ address: '/admin' }, 400, 'foreign-address'],
    [{ address: '/r/1/2025-02-30/matrix' }, 400, 'malformed-day'],
    [`{"view":"${'a'.repeat(20_000)}"}`, 413, 'body-too-large'],
  ] as const)('a snapshot of %j: %i %s', async ([body, status, why]) => {
    const response = await post(body, { 'x-peer-address': '192.0.2.2' })
    expect([response.status, (await json(response)).type]).toEqual([status, `urn:sluice:problem:${why}`])
  })

  test('a body that is not sent as JSON, as the form of another site would send it', async () => {
    const response = await post('{"view":"matrix"}', { 'content-type': 'text/plain' })
    expect([response.status, (await json(response)).type]).toEqual([415, 'urn:sluice:problem:not-sent-as-json'])
  })
})

describe('the way it is served', () => {
  const PINNED = `${API}/status?material=Dy&form=metal&on=2025-11-08&rev=1`

  test('the tag says the rules, and an answer that a machine has is not sent again', async () => {
    const first = await get(PINNED)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(new RegExp(`^"rules-${RULE_VERSION}-`))
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(first.headers.get('x-sluice-revision')).toBe('1')
    const again = await get(PINNED, { 'if-none-match': `W/${etag}` })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
    expect((await get(`${PINNED}&to=US&use=military`, { 'if-none-match': etag })).status).toBe(200)
  })

  test('a question that leaves its clocks to now is led to the address that keeps meaning it', async () => {
    const open = await get(`${API}/status?material=Ho&form=metal`)
    const link = /^<http:\/\/sluice\.test(.+)>; rel="canonical"$/.exec(open.headers.get('link') ?? '')?.[1] ?? ''
    expect(link).toContain('rev=1')
    expect(await json(await get(link))).toEqual(await json(open))
  })

  test('any site may read, and none may make a snapshot by the browsers of its readers', async () => {
    expect((await get(PINNED)).headers.get('access-control-allow-origin')).toBe('*')
    const preflight = await get(`${API}/snapshots`, {}, 'OPTIONS')
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('OPTIONS')
    expect(preflight.headers.get('allow')).toBe('POST, OPTIONS')
    expect(
      (await post({ view: 'matrix', question: { on: '2025-11-08' } })).headers.get('access-control-allow-origin'),
    ).toBe(null)
  })
})

describe('a snapshot', () => {
  const ASKED = { view: 'matrix', question: { on: '2025-10-30', to: 'US', known: '2025-10-31' } }

  test('is made once: the same question finds it there, however it is spelled', async () => {
    const made = await post(ASKED)
    const first = await json(made)
    expect(made.status).toBe(201)
    expect(first.url).toBe(`${ORIGIN}/s/${first.id}`)
    expect(made.headers.get('location')).toBe(first.url)
    expect(first.question).toMatchObject({ on: '2025-10-30', known: '2025-10-31', rev: 1, to: 'US' })

    for (const same of [
      ASKED,
      { view: 'matrix', question: first.question },
      { address: first.address },
      { address: `${ORIGIN}/to/US/known/2025-10-31?on=2025-10-30&rev=1` },
    ]) {
      const again = await post(same)
      expect([again.status, (await json(again)).id], JSON.stringify(same)).toEqual([200, first.id])
    }
  })

  test('is read as the very bytes that were frozen, which nobody has to ask for twice', async () => {
    const { id, digest } = await json(await post(ASKED))
    const response = await get(`${API}/snapshots/${id}`)
    const bytes = new Uint8Array(await response.clone().arrayBuffer())
    const sum = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(sum).toBe(digest)
    expect(response.headers.get('etag')).toBe(`"${digest}"`)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get(`${API}/snapshots/${digest}`)).headers.get('etag')).toBe(`"${digest}"`)
    expect((await get(`${API}/snapshots/${id}`, { 'if-none-match': `"${digest}"` })).status).toBe(304)
  })

  test('of a question that leaves its clocks to now says in its bytes what now was', async () => {
    const { id, question } = await json(await post({ view: 'proof', material: 'Ho', form: 'metal' }))
    expect(question.on).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(question.rev).toBe(1)
    expect((await json(await get(`${API}/snapshots/${id}`))).question).toEqual(question)
  })

  test('is not made for one address for ever: the rest is told when to come back', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 70; count += 1)
      statuses.push((await post('{', { 'x-peer-address': '192.0.2.9' })).status)
    const refused = await post(ASKED, { 'x-peer-address': '192.0.2.9' })
    expect(new Set(statuses)).toEqual(new Set([400, 429]))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post(ASKED, { 'x-peer-address': '192.0.2.10' })).status).toBe(200)
  })
})

type Listed = {
  readonly items: readonly { readonly key: string }[]
  readonly revision: number
  readonly next?: { readonly url: string }
}

describe('paging', () => {
  /** Every key of a list, page by page; `between` happens after the first page. */
  async function walk(first: string, between: () => Promise<void> = async () => undefined) {
    const keys: string[] = []
    const revisions = new Set<number>()
    let path: string | null = first
    let pages = 0
    while (path !== null) {
      const body: Listed = await json(await get(path))
      keys.push(...body.items.map(({ key }) => key))
      revisions.add(body.revision)
      path = body.next === undefined ? null : body.next.url.slice(ORIGIN.length)
      pages += 1
      if (pages === 1) await between()
    }
    return { keys, revisions, pages }
  }

  test('gives every record once, in the order of the keys', async () => {
    const { keys, pages } = await walk(`${API}/provisions?limit=50`)
    expect(pages).toBe(Math.ceil(keys.length / 50))
    expect(keys).toEqual([...new Set(keys)].sort())
    expect(keys).toHaveLength(288)
    const narrowed = await walk(`${API}/provisions?limit=7&instrument=cn-2025-18`)
    expect(narrowed.keys).toEqual(keys.filter((key) => key.startsWith('cn-2025-18-')))
  })

  test('refuses a cursor of another list, of other filters or of another revision', async () => {
    const { next } = await json(await get(`${API}/provisions?limit=2&instrument=cn-2025-18`))
    for (const path of [
      `${API}/parties?cursor=${next.cursor}`,
      `${API}/provisions?instrument=cn-2025-57&cursor=${next.cursor}`,
      `${API}/provisions?rev=2&cursor=${next.cursor}`,
    ]) {
      expect((await json(await get(path))).type, path).toBe('urn:sluice:problem:foreign-cursor')
    }
    expect((await get(`${API}/provisions?instrument=cn-2025-18&rev=1&cursor=${next.cursor}`)).status).toBe(200)
  })

  test('stays at one revision whatever is published between two pages, and the next reader sees the newest', async () => {
    const before = await walk(`${API}/sources?limit=100`)
    const during = await walk(`${API}/sources?limit=100`, publish)
    expect(during.keys).toEqual(before.keys)
    expect(during.revisions).toEqual(new Set([1]))
    const after = await json(await get(`${API}/sources?limit=1`))
    expect(after.revision).toBe(7)
  })

  test('tells what each revision did, in the shapes that the document gives', async () => {
    const revisions = await json(await get(`${API}/revisions`))
    expect(revisions.items.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const operation = OPERATIONS.find(({ id }) => id === 'revision')
    if (operation === undefined) throw new Error('no such operation')
    const ops = new Set<string>()
    for (const { number } of revisions.items) {
      const body = await json(await get(`${API}/revisions/${number}?limit=20`))
      expect(wrongWith(operation, 200, body), `revision ${number}`).toEqual([])
      for (const { op } of body.operations) ops.add(op)
    }
    expect(ops).toEqual(new Set(['add', 'change', 'retire']))
  })
})
