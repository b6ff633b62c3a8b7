import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Flights } from '@/lib/operating/front/flights.mjs'
import { door, endServers, sealed, served } from './served'

const PINNED = '/r/1/2026-11-22/matrix'

beforeEach(endServers)
afterEach(() => {
  vi.useRealTimers()
  endServers()
})

/** More than come. */
const ROOM = { few: 99, many: 99 }

const texts = (answers: readonly Response[]) => Promise.all(answers.map((answer) => answer.text()))
const some = (times: number) => Array.from({ length: times }, (_, at) => at)

describe('of many who wait for one who is not answered, one makes it and the others wait on', () => {
  test('where the first hung up', async () => {
    const { opened, open } = door()
    const { came, get } = await served(async (_, response) => {
      await opened
      sealed(response, PINNED)
    }, ROOM)
    const control = new AbortController()
    const first = get(PINNED, { signal: control.signal })
    first.catch(() => undefined)
    await vi.waitFor(() => expect(came.length).toBe(1))
    const others = some(20).map(() => get(PINNED))
    // Long enough for all of them to have come.
    await new Promise((resolve) => setTimeout(resolve, 100))
    control.abort()
    await vi.waitFor(() => expect(came.length).toBe(2))
    await new Promise((resolve) => setTimeout(resolve, 50))
    open()
    expect(await texts(await Promise.all(others))).toEqual(some(20).map(() => 'a page'))
    expect(came.length).toBe(2)
  })

  test('where the first was turned away', async () => {
    const { opened, open } = door()
    const one = { few: 1, many: 1, freely: 1, most: 1, longestMs: 300 }
    const { came, get } = await served(async ({ url }, response) => {
      if (url === PINNED) return sealed(response, PINNED)
      await opened
      response.end('made')
    }, one)
    const inside = get('/search?q=1')
    await vi.waitFor(() => expect(came.length).toBe(1))
    const all = some(6).map(() => get(PINNED))
    expect((await Promise.race(all)).status).toBe(503)
    open()
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBe(5)
    expect((await inside).status).toBe(200)
    expect(came.length).toBe(2)
  })

  test('where it takes very long; and all have it as soon as the first one does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const flights = new Flights()
    const first = flights.begin('a')
    const waiting = flights.other('a')
    vi.advanceTimersByTime(60_000)
    expect(await waiting).toBe('left')
    const second = flights.begin('a')
    const [on, late] = [flights.other('a'), vi.fn()]
    on?.then(late)
    first.land('left')
    await Promise.resolve()
    expect(late).not.toHaveBeenCalled()
    first.land('kept')
    expect(await on).toBe('kept')
    second.land('kept')
    expect(flights.other('a')).toBeNull()
  })
})

test('who waited to be let in looks once more at what is kept meanwhile', async () => {
  const { opened, open } = door()
  let tries = 0
  const { came, counts, get } = await served(
    async (_, response) => {
      tries += 1
      if (tries === 1) return void response.end('not to be kept')
      await opened
      sealed(response, PINNED)
    },
    { few: 1, many: 1 },
  )
  await get(PINNED) // for some seconds nobody waits for another
  const all = some(6).map(() => get(PINNED))
  await vi.waitFor(() => expect(counts().readers).toEqual({ inside: 1, waiting: 5 }))
  open()
  expect(await texts(await Promise.all(all))).toEqual(some(6).map(() => 'a page'))
  expect(came.length).toBe(2)
  expect(counts().readers).toEqual({ inside: 0, waiting: 0 })
})
