import { execFile } from 'node:child_process'
import { FLIGHT_HEADERS, NEXT_HMR_REFRESH_HEADER, NEXT_URL } from 'next/dist/client/components/app-router-headers.js'
import { afterAll, describe, expect, test } from 'vitest'
import { KEEP_MS } from '@/lib/operating/front/serving.mjs'
import { textOf } from '../house/files'
import { nginx, writeConfiguration } from '../support/nginx'

const text = textOf('.config/proxy/nginx.conf')

/** The lines of each `location`, by what it matches. */
const locations = new Map(
  [...text.matchAll(/^ {4}location ([^{]+?) \{([\s\S]*?)\}$/gm)].map(([, match = '', lines = '']) => [match, lines]),
)

const written = writeConfiguration(3000)

afterAll(written.remove)

/** What nginx says of a configuration, where there is an nginx; else what can be told without one. */
function complaintsOf(file: string): Promise<string> {
  if (nginx === undefined) {
    const braces = textOf('.config/proxy/nginx.conf').replace(/#.*$|"[^"]*"/gm, '')
    return Promise.resolve(braces.split('{').length === braces.split('}').length ? '' : 'a bracket is missing')
  }
  return new Promise((resolve) => {
    execFile(String(nginx), ['-t', '-q', '-c', file], (failure, _, said) => resolve(failure === null ? '' : said))
  })
}

describe('the proxy', () => {
  test('can read its configuration', async () => {
    expect(await complaintsOf(written.file)).toBe('')
  })

  test('keeps an answer to "now" no longer than the answer itself says', () => {
    expect(locations.get('/')).toContain('proxy_cache kept;')
    expect(locations.get('/')).not.toMatch(/proxy_ignore_headers|proxy_cache_valid/)
    expect(locations.get('/')).toContain('proxy_cache_use_stale off;')
    // Else readers of what is not kept would be answered one after the other.
    expect(locations.get('/')).toContain('proxy_cache_lock off;')
  })

  test('keeps nothing of editors', () => {
    expect(locations.get('/admin')).not.toContain('proxy_cache')
    expect(text.match(/^\s*proxy_cache kept;$/gm)).toHaveLength(3)
  })

  test('keeps nothing that is not for everybody, and passes nothing on that would empty a page', () => {
    expect(text).toMatch(/map \$upstream_http_cache_control \$not_for_all \{[^}]*private\|no-store\|no-cache/)
    expect(locations.get('~ ^/(zh/)?r/[1-9]')).toMatch(/proxy_no_cache [^;]*\$not_for_all/)
    expect(text).toContain('  proxy_set_header X-Middleware-Prefetch "";')
  })

  test('asks for pinned pages again after a second, many at once as one, and gives what it keeps while nobody answers', () => {
    const pinned = locations.get('~ ^/(zh/)?r/[1-9]')
    expect(pinned).toContain('proxy_cache_valid 200 1s;')
    expect(pinned).toMatch(/proxy_cache_use_stale error timeout updating http_502 http_503 http_504;/)
    expect(text).toMatch(/proxy_cache_lock on;[\s\S]*proxy_cache_revalidate on;/)
  })

  test.each(['/', '/zh/materials/Dy', '/research', '/rehearsal/cn-2025-70', '/s/abc', '/embed/r/1/2026-11-22/matrix'])(
    'takes %s for no pinned page',
    (address) => {
      const [rule = ''] = [...locations.keys()].filter((match) => match.startsWith('~ '))
      expect(new RegExp(rule.slice(2)).test(address)).toBe(false)
      expect(new RegExp(rule.slice(2)).test('/zh/r/1/2026-11-22/matrix')).toBe(true)
    },
  )

  test('looks for a file of a build at the other instances too, while two releases run side by side', () => {
    expect(locations.get('/_next/static/')).toMatch(/proxy_next_upstream error timeout http_404 /)
    expect(text.match(/http_404/g)).toHaveLength(1)
  })

  test('takes an instance that turns somebody away for none that is away', () => {
    expect(text.match(/proxy_next_upstream [^;]*;/g)).toHaveLength(2)
    expect(text).not.toMatch(/proxy_next_upstream [^;]*http_503/)
  })

  test('finds what it keeps by everything that an answer depends on', () => {
    expect(text).toContain('proxy_cache_key "$readers_scheme $http_host $request_uri $encodings";')
    expect(text).toContain('proxy_set_header Accept-Encoding $encodings;')
    const pinned = locations.get('~ ^/(zh/)?r/[1-9]')
    expect(pinned).toContain('proxy_ignore_headers Cache-Control Expires Vary;')
    expect(pinned).toMatch(/proxy_cache_bypass \$not_plain;\s+proxy_no_cache \$not_for_all \$not_plain;/)
    const said = /map "([^"]+)" \$not_plain/.exec(text)?.[1]?.split('$http_').slice(1)
    const names = [...FLIGHT_HEADERS.filter((name) => name !== NEXT_HMR_REFRESH_HEADER), NEXT_URL, 'accept-datetime']
    expect(said?.sort()).toEqual(names.map((name) => name.replaceAll('-', '_')).sort())
  })

  test('uses no connection that an instance may be ending', () => {
    const seconds = /keepalive_timeout (\d+)s;/.exec(textOf('.config/proxy/instances.conf'))?.[1]

    expect(Number(seconds) * 1000).toBeLessThan(KEEP_MS)
  })

  test('says itself where a request comes from, over whatever was sent', () => {
    const told = ['Host', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-For', 'X-Request-ID', 'Traceparent']
    const lines = told.map((name) => text.match(new RegExp(`^  proxy_set_header ${name} (.*);$`, 'm'))?.[1])

    expect(lines).toEqual(['$http_host', '$http_host', '$readers_scheme', '$remote_addr', '$request_id', '""'])
    // A location that sets one header of its own would lose all of these.
    expect(text.match(/^ {4,}proxy_set_header/gm)).toBeNull()
  })

  test('writes down nobody’s address and nothing that was asked for', () => {
    const logged = /^ {2}log_format told '([^']+)';$/m.exec(text)?.[1]?.split(' ') ?? []

    expect(logged).toContain('$request_id')
    expect(logged.filter((name) => /remote|forwarded|^.?\$request$|uri|args|http_/.test(name))).toEqual([])
    // What it says of errors names who asked, and for what.
    expect(text.match(/^error_log .*$/m)?.[0]).toBe('error_log stderr crit;')
  })

  test.for(['/readyz', '/healthz', '/metrics'])('keeps %s for who operates it', (place) => {
    expect(text).toContain(`location = ${place} { return 404; }`)
  })

  test('never sends twice what may change something', () => {
    expect(text).not.toContain('non_idempotent')
  })

  test('writes to the one folder that it may write to', () => {
    const written = [...text.matchAll(/^\s*(?:pid|\w+_temp_path|proxy_cache_path) (\S+)/gm)].map(([, place]) => place)

    expect(written.length).toBeGreaterThan(5)
    expect(written.filter((place) => !place?.startsWith('/tmp/'))).toEqual([])
  })
})
