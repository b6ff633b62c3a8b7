import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POST } from '@/app/admin/import/upload/route'
import { signIn } from '@/lib/auth/sign-in'
import { senderOf } from '@/lib/contract/origin'
import { closeDatabase } from '@/lib/db/client'
import { proxy } from '@/proxy'
import { makeAccounts, PASSWORD, personOf } from '../support/accounts'
import { useDatabase } from '../support/database'
import { aBrowser, type PretendBrowser, requestOf, use } from '../support/pretend-browser'

let browser: PretendBrowser

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = '' // Vitest has another use for it
  await makeAccounts(await useDatabase('tables'))
  browser = use(aBrowser())
  const outcome = await signIn({ email: personOf('ana').email, password: PASSWORD, code: '' }, requestOf(browser))
  if (!outcome.ok) throw new Error(outcome.refusal.why)
})

afterAll(closeDatabase)

type Said = Readonly<Record<string, string>>

const FOREIGN: readonly Said[] = [
  {}, // every browser says where a form comes from
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost:3001' },
  { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' },
]
const OURS: readonly Said[] = [
  { origin: 'http://localhost:3000' },
  { origin: 'https://sluice.example', 'sec-fetch-site': 'same-origin' },
]

function sent(address: string, said: Said, method = 'POST'): NextRequest {
  const form = new FormData()
  form.set('kind', 'addition')
  const headers = requestOf({ ...browser, says: { ...browser.says, ...said } })
  return new NextRequest(`http://localhost:3000${address}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: form }),
  })
}

describe('a form of another site', () => {
  test.for(FOREIGN)('never gets to an action: %j', async (said) => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await proxy(sent('/admin/account', said, method))
      expect([answer.status, await answer.text()]).toEqual([
        403,
        'This form was sent by another site. Nothing was changed.',
      ])
    }
    expect((await proxy(sent('/admin/account', said, 'GET'))).status).toBe(200)
  })

  test.for(FOREIGN)('uploads nothing: %j', async (said) => {
    const answer = await POST(sent('/admin/import/upload', said))
    expect(answer.headers.get('location')).toBe('/admin/import?problem=not-a-form')
  })

  test('and what says nothing of where it was sent from uploads nothing either', async () => {
    const answer = await POST(sent('/admin/import/upload', {}))
    expect(answer.headers.get('location')).toBe('/admin/import?problem=not-a-form')
  })
})

describe('a form of this site', () => {
  test.for(OURS)('gets on: %j', async (said) => {
    expect((await proxy(sent('/admin/account', said))).headers.get('x-middleware-next')).toBe('1')
    const answer = await POST(sent('/admin/import/upload', said))
    expect(answer.headers.get('location')).toBe('/admin/import?problem=nothing-sent')
  })

  test('is known by the address that the operator has set', () => {
    const said = new Headers({ host: 'localhost:3000', origin: 'https://sluice.example' })
    const sender = (settings: Record<string, string>) => senderOf(settings, (name) => said.get(name))
    expect([sender({}), sender({ BASE_URL: 'https://sluice.example/' })]).toEqual(['another-site', 'this-site'])
  })
})
