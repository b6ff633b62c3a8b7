import { describe, expect, test } from 'vitest'
import { asksPlainly, claimOf, keyOf, takeTold } from '@/lib/operating/front/claim.mjs'

const PINNED = '/r/1/2026-11-22/matrix'

const request = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  ({ method, url, headers }) as never

/** As much of an answer as is looked at. */
function response(headers: Record<string, string>, statusCode = 200) {
  const all = new Map(Object.entries({ 'content-type': 'text/html; charset=utf-8', ...headers }))
  return {
    statusCode,
    getHeader: (name: string) => all.get(name),
    hasHeader: (name: string) => all.has(name),
    removeHeader: (name: string) => all.delete(name),
  }
}

describe('a plain request', () => {
  test.for([
    '/',
    PINNED,
    '/zh/materials/Dy',
    '/api/bench/static',
    '/api/v1/status?material=Dy&rev=1',
    '/_next/static/chunks/a.js',
    '/_next/static/chunks/a.css',
    '/_next/static/media/a.woff2',
  ])('%s', (url) => {
    expect(asksPlainly(request(url))).toBe(true)
    expect(asksPlainly(request(url, { cookie: 'a=b', 'if-none-match': '"x"' }, 'HEAD'))).toBe(true)
  })

  test.for([
    '/admin',
    '/admin/drafts/1',
    '/_next/static/chunks/a.js?v=1',
    '/_next/static/media/a.woff2?1',
    '/_next/image',
    '/?on=2026-11-22',
    '/api/oembed?url=a',
    `${PINNED}?_rsc=1`,
    `http://other.example${PINNED}`,
    '*',
    '/#a',
  ])('is not one for %s', (url) => {
    expect(asksPlainly(request(url))).toBe(false)
  })

  test.for(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('is not a %s', (method) => {
    expect(asksPlainly(request('/', {}, method))).toBe(false)
  })

  test.for([
    'rsc',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-router-state-tree',
    'next-url',
    'next-action',
    'accept-datetime',
    'range',
    'x-nextjs-data',
    'x-prerender-revalidate',
  ])('does not say %s', (name) => {
    expect(asksPlainly(request('/', { [name]: '' }))).toBe(false)
  })
})

describe('the key of an answer', () => {
  const at = (headers: Record<string, string>, settings = {}) => keyOf(request('/', headers), settings)

  test('differs for readers who say that the site is elsewhere', () => {
    expect(at({ host: 'a.example' })).not.toBe(at({ host: 'b.example' }))
    expect(at({ host: 'a.example' })).not.toBe(at({}))
  })

  test('listens to a proxy only where it is trusted', () => {
    const here = { host: 'a.example' }
    const said = { ...here, 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' }
    expect(at(said)).toBe(at(here))
    const trusted = { TRUSTED_PROXY: 'true' }
    expect(at(said, trusted)).not.toBe(at(here, trusted))
    expect(at({ ...said, 'x-forwarded-proto': 'http' }, trusted)).not.toBe(at(said, trusted))
  })

  test('is the same for all where the operator said where the site is', () => {
    const settings = { BASE_URL: 'https://sluice.example', TRUSTED_PROXY: 'true' }
    expect(at({ host: 'a.example', 'x-forwarded-host': 'b.example' }, settings)).toBe(at({}, settings))
  })

  test('cannot be made to be that of another address', () => {
    expect(keyOf(request('/a', { host: 'x' }), {})).not.toBe(keyOf(request('/', { host: 'a ["x"]' }), {}))
  })
})

describe('what may be kept', () => {
  const told = (kept: string | null, now: string | null = null) => ({ kept, now })
  const claim = (url: string, one: ReturnType<typeof response>, what: ReturnType<typeof told>) =>
    claimOf(request(url), one as never, what)

  test('is a page under the address it was made for, for ever or until it may change', () => {
    expect(claim(PINNED, response({}), told(`${PINNED} ever`))).toEqual({ until: null, now: null, tag: null })
    expect(claim(PINNED, response({}), told(`${PINNED} 1795363200000`))).toEqual({
      until: 1795363200000,
      now: null,
      tag: null,
    })
  })

  test('is an answer to “now” only for the “now” that it was made for', () => {
    const now = '1 2026-11-22'
    expect(claim('/', response({}), told(`${PINNED} ever`, now))).toEqual({ until: null, now, tag: null })
    expect(claim('/', response({}), told(`${PINNED} ever`))).toBeNull()
  })

  test('is nothing that the page store did not keep', () => {
    expect(claim(PINNED, response({}), told(null))).toBeNull()
    expect(claim('/', response({}), told(null, '1 2026-11-22'))).toBeNull()
  })

  test.for([201, 304, 307, 308, 400, 404, 500, 503])('is no answer with status %s', (status) => {
    expect(claim(PINNED, response({}, status), told(`${PINNED} ever`))).toBeNull()
  })

  test('is nothing that sets a cookie, and nothing but pages', () => {
    expect(claim(PINNED, response({ 'set-cookie': 'a=b' }), told(`${PINNED} ever`))).toBeNull()
    expect(claim(PINNED, response({ 'content-type': 'text/x-component' }), told(`${PINNED} ever`))).toBeNull()
  })

  test('is an answer for machines, with the entity tag that it has', () => {
    const url = '/api/v1/status?rev=1'
    const one = response({ 'content-type': 'application/json; charset=utf-8', etag: '"rules-1-a"' })
    expect(claim(url, one, told(`${url} ever`))).toEqual({ until: null, now: null, tag: '"rules-1-a"' })
    expect(claim('/api/v1/status', one, told(`${url} ever`))).toBeNull()
  })

  test('is a part of pages whose name says what is in it', () => {
    const part = { 'content-type': 'application/javascript; charset=UTF-8', etag: 'W/"1-2"' }
    const forever = { ...part, 'cache-control': 'public, max-age=31536000, immutable' }
    const url = '/_next/static/chunks/a.js'
    expect(claim(url, response(forever), told(null))).toEqual({ until: null, now: null, tag: 'W/"1-2"' })
    expect(claim(url, response(part), told(null))).toBeNull()
    expect(claim(url, response(forever, 404), told(null))).toBeNull()
  })

  test('is told to this server and to nobody else', () => {
    const one = response({ 'x-sluice-kept': `${PINNED} ever`, 'x-sluice-now': '1 2026-11-22' })
    expect(takeTold(one as never)).toEqual({ kept: `${PINNED} ever`, now: '1 2026-11-22' })
    expect(takeTold(one as never)).toEqual({ kept: null, now: null })
  })
})
