import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { endServers, type Next, served } from './served'

const PINNED = '/r/1/2026-11-22/matrix'
const home = globalThis as { 'sluice.crowd'?: unknown; 'sluice.now'?: unknown }
const before = { crowd: home['sluice.crowd'], now: home['sluice.now'] }

/** Two of each at once and two who always may wait, nobody longer than it takes to say so. */
const TERMS = { few: 2, many: 2, turns: 0, freely: 2, most: 2, waitMs: 0, longestMs: 5_000, longMs: 5_000 }

/** Whoever has a session, as a browser says it. */
const EDITOR = { headers: { cookie: 'a=b; __Secure-sluice.session_token=secret' } }

function forget(): void {
  endServers()
  home['sluice.crowd'] = before.crowd
  home['sluice.now'] = before.now
}

beforeEach(forget)
afterEach(forget)

const serverOf = (next: Next) => served(next, TERMS)

/** Answers that wait until all of them are let go. */
function held() {
  let go: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    go = resolve
  })
  return { gone, go }
}

function sealed(response: ServerResponse, kept = PINNED): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('x-sluice-kept', `${kept} ever`)
  response.end('a page')
}

describe('a crowd', () => {
  test('is let in, waits or is turned away; what is kept is given to all, and editors have room', async () => {
    const { gone, go } = held()
    const { get, counts, came } = await serverOf(async ({ url }, response) => {
      if (url === PINNED) return sealed(response)
      if (url?.startsWith('/search')) await gone
      response.end('made')
    })
    await get(PINNED)
    let answered = 0
    const readers = Array.from({ length: 10 }, async (_, at) => {
      const answer = await get(`/search?q=${at}`)
      answered += 1
      return answer
    })
    await vi.waitFor(() => expect(answered).toBe(6))
    expect(counts().readers).toEqual({ inside: 2, waiting: 2 })
    const [page, admin] = await Promise.all([get(PINNED), get('/admin/drafts', EDITOR)])
    expect([page.status, admin.status]).toEqual([200, 200])
    const sorry = await Promise.race(readers)
    expect([sorry.status, sorry.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)])
    expect(came.filter((url) => url.startsWith('/search')).length).toBe(2)

    go()
    const statuses = (await Promise.all(readers)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBe(4)
    expect(statuses.filter((status) => status === 503).length).toBe(6)
    expect((await get('/search?q=again')).status).toBe(200)
    const nobody = { inside: 0, waiting: 0 }
    expect(counts()).toEqual({ readers: nobody, editors: nobody, signIn: nobody })
  })

  test('at the address of editors locks out nobody who reads, edits or signs in', async () => {
    const { gone, go } = held()
    const { get, counts } = await serverOf(async ({ url }, response) => {
      if (url?.endsWith('q=1')) await gone
      response.end('made')
    })
    const guests = Array.from({ length: 4 }, () => get('/admin/drafts?q=1', { headers: { cookie: 'sluice.device=a' } }))
    await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 2, waiting: 2 }))
    expect((await get('/admin/drafts')).status).toBe(503)
    expect((await get('/admin/sign-in')).status).toBe(200)
    const signing = Array.from({ length: 4 }, () => get('/admin/sign-in?q=1'))
    await vi.waitFor(() => expect(counts().signIn).toEqual({ inside: 2, waiting: 2 }))
    expect((await get('/admin/sign-in')).status).toBe(503)
    expect((await get('/admin/sign-in', EDITOR)).status).toBe(200)
    expect((await get('/admin/drafts', EDITOR)).status).toBe(200)
    go()
    await Promise.all([...guests, ...signing])
  })

  test('of editors locks out nobody who reads', async () => {
    const { gone, go } = held()
    const { get, counts } = await serverOf(async ({ url }, response) => {
      if (url?.startsWith('/admin/')) await gone
      response.end('made')
    })
    const editors = Array.from({ length: 6 }, () => get('/admin/drafts', EDITOR))
    await vi.waitFor(() => expect(counts().editors).toEqual({ inside: 2, waiting: 2 }))
    expect((await get('/administration')).status).toBe(200)
    go()
    await Promise.all(editors)
  })

  test('leaves no place taken behind: by who went away, and by what broke', async () => {
    const { gone, go } = held()
    const { get, counts } = await serverOf(async ({ url }) => {
      await gone
      if (url === '/search?q=0') throw new Error('it broke')
    })
    const control = new AbortController()
    const all = Array.from({ length: 4 }, (_, at) => get(`/search?q=${at}`, { signal: control.signal }))
    for (const one of all) one.catch(() => undefined)
    await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 2, waiting: 2 }))
    control.abort()
    await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 2, waiting: 0 }))
    go()
    await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 0, waiting: 0 }))
  })

  test('is told why by whoever has the words', async () => {
    const { gone, go } = held()
    const { get, counts } = await serverOf(async (_, response) => {
      await gone
      response.end('made')
    })
    const tell = vi.fn(() => ({ headers: { 'content-type': 'text/html' }, text: 'Too many.' }))
    home['sluice.crowd'] = { count: () => null, tell }
    const all = [1, 2, 3, 4].map((at) => get(`/zh/search?q=${at}`))
    await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 2, waiting: 2 }))
    const sorry = await get('/zh/search?q=5')
    expect([sorry.status, await sorry.text()]).toEqual([503, 'Too many.'])
    expect(tell.mock.calls[0]).toEqual([503, expect.any(Number), { url: '/zh/search?q=5', method: 'GET' }])
    go()
    await Promise.all(all)
  })
})

describe('a page that many ask for at once', () => {
  const many = (get: (path: string) => Promise<Response>, path: string) =>
    Promise.all(Array.from({ length: 12 }, () => get(path)))

  test('is made once', async () => {
    const { came, get } = await serverOf(async (_, response) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      sealed(response)
    })
    const answers = await many(get, PINNED)
    expect(came).toEqual([PINNED])
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(answers.map(() => 'a page'))
  })

  test('is made for each where it is not kept, and nobody waits for another', async () => {
    const { gone, go } = held()
    const { came, get } = await serverOf(async (_, response) => {
      const isFirst = came.length === 1
      await new Promise((resolve) => setTimeout(resolve, 30))
      response.setHeader('content-type', 'text/html')
      response.write('begun, ')
      if (isFirst) await gone
      response.end('made')
    })
    const first = get('/changes')
    await vi.waitFor(() => expect(came.length).toBe(1))
    const second = get('/changes')
    expect(await (await second).text()).toBe('begun, made')
    go()
    expect(await (await first).text()).toBe('begun, made')
    expect(came.length).toBe(2)
  })

  test('is waited for by nobody where it was seen before not to be kept', async () => {
    const { gone, go } = held()
    const { came, get } = await serverOf(async (_, response) => {
      if (came.length > 1) await gone
      response.end('made')
    })
    await get('/changes')
    const two = [get('/changes'), get('/changes')]
    await vi.waitFor(() => expect(came.length).toBe(3))
    go()
    await Promise.all(two)
  })

  test('is asked for by the next one where the first went away', async () => {
    const { gone, go } = held()
    const { came, get } = await serverOf(async (_, response) => {
      await gone
      sealed(response)
    })
    const control = new AbortController()
    const first = get(PINNED, { signal: control.signal })
    first.catch(() => undefined)
    await vi.waitFor(() => expect(came.length).toBe(1))
    const second = get(PINNED)
    control.abort()
    await vi.waitFor(() => expect(came.length).toBe(2))
    go()
    expect(await (await second).text()).toBe('a page')
  })

  test('is the newest one for who asked after it was published, whatever they waited for', async () => {
    const head = { revision: 41 }
    home['sluice.now'] = {
      headRevision: async () => ({ revision: head.revision, known: 'asked' }),
      todayInBeijing: () => '2026-11-22',
      closeDatabase: async () => undefined,
    }
    const { gone, go } = held()
    const { came, get } = await serverOf(async (_, response) => {
      const { revision } = head
      if (revision === 41) await gone
      response.setHeader('content-type', 'text/html')
      response.setHeader('x-sluice-now', `${revision} 2026-11-22`)
      response.setHeader('x-sluice-kept', `${PINNED} ever`)
      response.end(`revision ${revision}`)
    })
    const early = get('/')
    await vi.waitFor(() => expect(came.length).toBe(1))
    head.revision = 42
    const late = Promise.all([get('/'), get('/')])
    await new Promise((resolve) => setTimeout(resolve, 20))
    go()
    expect(await (await early).text()).toBe('revision 41')
    expect(await Promise.all((await late).map((one) => one.text()))).toEqual(['revision 42', 'revision 42'])
    expect(came.length).toBe(2)
  })
})

describe('who asked for too much', () => {
  const over = { policy: '"computed";q=2;w=60', state: '"computed";r=0;t=30', seconds: 30 }
  const under = { ...over, state: '"computed";r=1;t=30', seconds: null }
  const next: Next = async ({ url }, response) => (url === PINNED ? sealed(response) : void response.end('made'))

  test('is told when to ask again, and may have what is kept', async () => {
    const { came, get } = await serverOf(next)
    await get(PINNED)
    const count = vi.fn(() => over)
    home['sluice.crowd'] = { count, tell: () => ({ headers: {}, text: 'Too much.' }) }
    expect((await get(PINNED)).status).toBe(200)
    expect(count).not.toHaveBeenCalled()
    const sorry = await get('/search?q=Dy')
    expect(sorry.status).toBe(429)
    expect(Object.fromEntries(sorry.headers)).toMatchObject({
      'retry-after': '30',
      'ratelimit-policy': over.policy,
      ratelimit: over.state,
    })
    expect(came).toEqual([PINNED])
    expect(await (await get('/search', { method: 'HEAD' })).text()).toBe('')
  })

  test('is counted as reader or as editor, and not for files', async () => {
    const { get } = await serverOf(next)
    const count = vi.fn((_: unknown, __: string) => under)
    home['sluice.crowd'] = { count, tell: vi.fn() }
    await get('/admin', EDITOR)
    for (const path of ['/admin/sign-in', '/admin', '/search?q=1', '/_next/static/media/a.woff2']) await get(path)
    expect(count.mock.calls.map(([, share]) => share)).toEqual(['editors', 'editors', 'readers', 'readers'])
    // What is not kept is made each time.
    await get('/_next/static/media/a.woff2?1')
    await get('/_next/static/media/a.woff2', { headers: { range: 'bytes=0-' } })
    expect(count).toHaveBeenCalledTimes(6)
  })

  test('learns how much is left from no answer that others get too', async () => {
    const { get } = await serverOf(next)
    home['sluice.crowd'] = { count: () => under, tell: vi.fn() }
    for (const path of ['/api/v1/search?q=Dy', PINNED, '/search?q=Dy']) {
      expect((await get(path)).headers.get('ratelimit')).toBeNull()
    }
  })
})
