import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endServers, type Next, served } from './served'

const TERMS = { few: 2, many: 2, turns: 0, freely: 2, most: 2, waitMs: 0, longestMs: 60_000, longMs: 60_000 }

/** More than any connection holds of what nobody reads. */
const LONG = Buffer.alloc(32 * 1024 * 1024, 'a')

beforeEach(endServers)
afterEach(endServers)

/** As Next.js does: it waits until its answer was handed over. */
const serverOf = (next: Next) =>
  served(async (request, response) => {
    await next(request, response)
    if (!response.destroyed) await new Promise((resolve) => response.once('close', resolve))
  }, TERMS)

const asked = (times: number) => Array.from({ length: times }, (_, at) => `/search?q=${at}`)

test('a place is given back when the answer is made, read or not', async () => {
  const { came, counts, get, unread } = await serverOf(async ({ url }, response) => {
    response.end(url === '/short' ? 'made' : LONG)
  })
  for (const path of asked(6)) unread([path])
  await vi.waitFor(() => expect(came.length).toBe(6))
  await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 0, waiting: 0 }))
  expect((await get('/short')).status).toBe(200)
})

test('who takes nothing of an answer that is still being made gives their place to others', async () => {
  const { counts, get, unread } = await serverOf(async ({ url }, response) => {
    if (url === '/short') return void response.end('made')
    response.write(LONG)
    await new Promise((resolve) => response.once('drain', resolve))
    response.end()
  })
  for (const path of asked(2)) unread([path])
  await vi.waitFor(() => expect(counts().readers.inside).toBe(2))
  await vi.waitFor(() => expect(counts().readers.inside).toBe(0), 3_000)
  expect((await get('/short')).status).toBe(200)
})

test('who asks much in one breath on one connection has one answer made at a time', async () => {
  let go: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    go = resolve
  })
  const { came, counts, ended, get, unread } = await serverOf(async ({ url }, response) => {
    if (url?.startsWith('/search')) await gone
    response.end('made')
  })
  const socket = unread(asked(60))
  await vi.waitFor(() => expect(came.length).toBe(1))
  const answered = await get('/changes')
  expect([answered.status, came.length]).toEqual([200, 2])
  expect(counts().readers).toEqual({ inside: 1, waiting: 0 })

  // Who hangs up has nothing made any more, and of each of their requests the end is told.
  socket.destroy()
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(61))
  go()
  await vi.waitFor(() => expect(counts().readers.inside).toBe(0))
  expect(came.length).toBe(2)
})

test('what is asked in one breath is answered in its order', async () => {
  const { came, unread } = await serverOf(async ({ url }, response) => void response.end(`<${url}>`))
  let text = ''
  unread(asked(5))
    .on('data', (part) => {
      text += part
    })
    .resume()
  await vi.waitFor(() => expect(text.match(/<[^>]+>/g)).toEqual(asked(5).map((path) => `<${path}>`)))
  expect(came).toEqual(asked(5))
})
