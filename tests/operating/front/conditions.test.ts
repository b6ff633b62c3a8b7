import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endServers, type Next, sealed, served } from './served'

const PINNED = '/r/1/2026-11-22/matrix'
const LIVE = '/api/v1/status?material=Dy'

beforeEach(endServers)
afterEach(endServers)

const CHANGED = 'Sun, 22 Nov 2026 01:00:00 GMT'

/** A page that is kept; and an answer that is not, which would judge by itself whether it is held. */
const next: Next = async ({ url = '', headers }, response) => {
  if (headers['if-match'] !== undefined) return void response.writeHead(412).end()
  if (headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined) {
    response.writeHead(304).end()
    return
  }
  if (url === PINNED) return sealed(response, PINNED, { etag: '"a"' })
  response.setHeader('content-type', 'application/json')
  response.setHeader('etag', '"live"')
  response.setHeader('last-modified', CHANGED)
  response.write('{"long":')
  response.end(`"${'a'.repeat(5_000)}"}`)
}

describe('who asks whether something changed', () => {
  test.for(['*', 'W/"anything"'])('has it made and kept for all, also with %s', async (tags) => {
    const { came, get } = await served(next)
    const first = await get(PINNED, { headers: { 'if-none-match': tags } })
    expect(first.status).toBe(tags === '*' ? 304 : 200)
    const page = await get(PINNED)
    expect(await page.text()).toBe('a page')
    const etag = String(page.headers.get('etag'))
    const again = await get(PINNED, { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag])
    expect(came).toEqual([PINNED])
  })

  test.for([
    [{ 'if-none-match': '"live"' }, 304],
    [{ 'if-none-match': 'W/"live", "b"', 'accept-encoding': 'gzip' }, 304],
    [{ 'if-none-match': '"b"', 'if-modified-since': CHANGED }, 200],
    [{ 'if-modified-since': CHANGED }, 304],
    [{ 'if-modified-since': 'Sat, 21 Nov 2026 01:00:00 GMT' }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
    [{ 'if-match': '"b"' }, 200],
  ] as const)('is told of what is not kept too: %o is answered with %s', async ([headers, status]) => {
    const { came, get } = await served(next)
    const answer = await get(LIVE, { headers })
    expect([answer.status, answer.headers.get('etag')]).toEqual([status, '"live"'])
    expect((await answer.text()).length).toBe(status === 304 ? 0 : 5_011)
    expect(came.length).toBe(1)
  })
})
