import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { dayInBeijing } from '@/lib/contract/beijing'
import { siteOrigin } from '@/lib/contract/origin'
import { readRequest, refusedAddress } from '@/lib/contract/refused-request'

describe('the day in Beijing', () => {
  test.for([
    ['2026-11-10T15:59:59.999Z', '2026-11-10'],
    ['2026-11-10T16:00:00.000Z', '2026-11-11'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T23:00:00.000Z', '2024-02-29'],
  ] as const)('is at %s the %s', ([instant, day]) => {
    expect(dayInBeijing(new Date(instant))).toBe(day)
  })
})

describe('where readers find this server', () => {
  const headers = (given: { readonly [name: string]: string }) => (name: string) => given[name] ?? null
  const behind = headers({ host: '10.0.0.7:3000', 'x-forwarded-host': 'sluice.example', 'x-forwarded-proto': 'https' })

  test('is what the operator says', () => {
    expect(siteOrigin({ BASE_URL: 'https://sluice.example' }, headers({ host: 'localhost:3000' }))).toBe(
      'https://sluice.example',
    )
  })

  test('is else what the request says, and what a proxy says only where it is trusted', () => {
    expect(siteOrigin({ TRUSTED_PROXY: 'false' }, behind)).toBe('http://10.0.0.7:3000')
    expect(siteOrigin({ TRUSTED_PROXY: 'true' }, behind)).toBe('https://sluice.example')
    expect(siteOrigin({ TRUSTED_PROXY: 'true' }, headers({ host: 'sluice.example' }))).toBe('http://sluice.example')
  })

  test.for(['evil.example/"><script>', 'a b', '', 'host:99999999', 'user@host'])(
    'is never a host that is none: %s',
    (host) => {
      expect(siteOrigin({}, headers({ host }))).toBe('http://localhost')
    },
  )
})

describe('a refused request', () => {
  property.prop([fc.webPath(), fc.webQueryParameters()])('is read back as it was made', (path, query) => {
    const asked = path.startsWith('/') ? path : `/${path}`
    const address = refusedAddress(asked, new URLSearchParams(query))
    expect(address).toMatch(/^\/refused\/[\w-]+$/)
    const read = readRequest(address.slice('/refused/'.length))
    expect(read?.path).toBe(asked)
    expect(read?.query.toString()).toBe(new URLSearchParams(query).toString())
  })

  test.for(['', '!!', btoa('no slash?'), btoa('/no-question-mark')])(
    'is nothing when nobody made it: %s',
    (segment) => {
      expect(readRequest(segment)).toBeNull()
    },
  )
})
