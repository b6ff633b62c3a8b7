import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '@/lib/auth/sign-in'
import { closeDatabase, kept } from '@/lib/db/client'
import { makeAccounts, PASSWORD, personOf, type Who } from '../support/accounts'
import { useDatabase } from '../support/database'
import { aBrowser, Led, type PretendBrowser, requestOf, use } from '../support/pretend-browser'
import { ACTIONS, BEFORE_THE_PASSWORD_IS_CHANGED, type Needs, ROUTES } from './who-may'

type Module = Record<string, unknown>
const modules = import.meta.glob<Module>('../../app/admin/**/{actions.ts,page.tsx,route.ts}')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Who knocks: nobody, one of each role, and an admin whose password is good for once. */
const CALLERS = { nobody: null, viewer: 'vera', editor: 'ana', reviewer: 'ben', admin: 'ada', newcomer: 'cai' } as const
type Caller = keyof typeof CALLERS
const RANK: Readonly<Record<string, number>> = { viewer: 0, editor: 1, reviewer: 2, admin: 3 }

const browsers = new Map<Caller, PretendBrowser>()
let sessions: Parameters<ReturnType<typeof prisma>['session']['createMany']>[0]
let atFirst = ''
let people: Awaited<ReturnType<ReturnType<typeof prisma>['person']['findMany']>> = []

const prisma = () => kept().editors.prisma

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = '' // Vitest has another use for it
  await makeAccounts(await useDatabase('record'))
  await prisma().person.update({ where: { id: 'cai' }, data: { role: 'admin', mustChangePassword: true } })
  for (const [caller, who] of Object.entries(CALLERS)) browsers.set(caller as Caller, await browserOf(who))
  atFirst = await seen(standing)
  sessions = { data: await prisma().session.findMany() }
  people = await prisma().person.findMany()
})

afterAll(closeDatabase)

async function browserOf(who: Who | null): Promise<PretendBrowser> {
  const browser = use(aBrowser({ 'x-peer-address': `203.0.113.${who?.length ?? 0}` }))
  if (who === null) return browser
  const outcome = await signIn({ email: personOf(who).email, password: PASSWORD, code: '' }, requestOf(browser))
  if (!outcome.ok) throw new Error(`${who}: ${outcome.refusal.why}`)
  return browser
}

/** Whatever the last door did to sessions, roles and standings is undone; each caller knocks with their own cookies. */
async function restore(caller: Caller): Promise<void> {
  if ((await seen(standing)) !== atFirst) {
    await prisma().session.deleteMany()
    await prisma().session.createMany(sessions)
    for (const { id, ...data } of people) await prisma().person.update({ where: { id }, data })
  }
  const browser = browsers.get(caller)
  if (browser === undefined) throw new Error(caller)
  use({ ...browser, cookies: new Map(browser.cookies) })
}

/** Who may do what, and who is signed in. */
const standing = `
  (select md5(string_agg(p::text, ' ' order by id)) from person p),
  (select md5(string_agg(token, ' ' order by token)) from session),
  (select md5(string_agg(a::text, ' ' order by id)) from account a)`

const work = `
  (select count(*) from draft), (select coalesce(sum(version), 0) from draft), (select count(*) from draft_entry),
  (select count(*) from draft_comment), (select count(*) from draft_exception), (select count(*) from revision),
  (select count(*) from invitation), (select count(*) from webhook), (select count(*) from webhook_delivery),
  (select count(*) from audit_entry)`

async function seen(parts: string): Promise<string> {
  const { rows } = await kept().editors.pool.query<{ seen: string }>(`select concat_ws(' ', ${parts}) as seen`)
  return rows[0]?.seen ?? ''
}

function whatIsWritten(): Promise<string> {
  return seen(`${standing}, ${work}`)
}

/** Where a door led, or that it led nowhere. What else it does with arguments that mean nothing is not asked here. */
async function knock(door: () => unknown): Promise<string> {
  try {
    const answer = await door()
    const location = answer instanceof Response ? answer.headers.get('location') : null
    return location ?? 'in'
  } catch (error) {
    return error instanceof Led ? error.to : 'in'
  }
}

function expected(needs: Needs, caller: Caller, name: string): RegExp {
  const open = /^(?!\/admin\/(not-allowed|sign-in\?back|account\/password))/
  if (needs === 'anybody') return /^(?!\/admin\/not-allowed)/
  if (needs === 'form') return /^in$/
  if (caller === 'nobody') return /^\/admin\/sign-in/
  if (caller === 'newcomer' && !BEFORE_THE_PASSWORD_IS_CHANGED.includes(name)) return /^\/admin\/account\/password$/
  if (caller === 'newcomer') return open
  return (RANK[caller] ?? 0) < (RANK[needs] ?? 0) ? new RegExp(`^/admin/not-allowed\\?needs=${needs}$`) : open
}

/** An action takes what is bound to it, what was before, and a form: here, nothing that means anything. */
function meaningless(action: (...given: unknown[]) => unknown): () => unknown {
  const uuid = '00000000-0000-4000-8000-000000000000'
  return () => action(...Array.from({ length: action.length }, (_, at) => (at === action.length - 1 ? aForm() : uuid)))
}

function aForm(): FormData {
  const form = new FormData()
  form.set('title', 'x')
  return form
}

const params = {
  draft: '0',
  entry: '0',
  kind: 'form',
  key: 'x',
  revision: '1',
  run: '0',
  token: 'x',
  file: 'forms.json',
  webhook: '0',
  message: '0',
}

function asPage(page: (props: object) => unknown): () => unknown {
  return () => page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) })
}

async function asRoute(handler: (request: unknown, context: object) => unknown, method: string) {
  const { NextRequest } = await import('next/server')
  const address = 'http://localhost:3000/admin/somewhere'
  const request = new NextRequest(address, method === 'GET' ? {} : { method, body: aForm() })
  return () => handler(request, { params: Promise.resolve(params) })
}

/** Every door of the editors' side by name, as its files export them. */
let known: Promise<ReadonlyMap<string, () => unknown>> | undefined
function doors(): Promise<ReadonlyMap<string, () => unknown>> {
  known ??= findDoors()
  return known
}

async function findDoors(): Promise<ReadonlyMap<string, () => unknown>> {
  const found = new Map<string, () => unknown>()
  for (const [path, load] of Object.entries(modules)) {
    const file = path.replace('../../app/admin/', '')
    for (const [name, value] of Object.entries(await load())) {
      if (typeof value !== 'function') continue
      if (file.endsWith('actions.ts')) found.set(`${file} ${name}`, meaningless(value as never))
      else if (file.endsWith('page.tsx') && name === 'default') found.set(file, asPage(value as never))
      else if (METHODS.includes(name)) found.set(`${file} ${name}`, await asRoute(value as never, name))
    }
  }
  return found
}

test('every action, page and route has a row that says whom it is for', async () => {
  expect([...(await doors()).keys()].sort()).toEqual([...Object.keys(ACTIONS), ...Object.keys(ROUTES)].sort())
})

describe.for(Object.entries({ ...ACTIONS, ...ROUTES }))('%s is for %s', ([name, needs]) => {
  test.for(Object.keys(CALLERS) as Caller[])('asked by %s', async (caller) => {
    const door = (await doors()).get(name)
    if (door === undefined) throw new Error(`there is no ${name}`)
    await restore(caller)
    const before = await whatIsWritten()
    const led = await knock(door)

    expect(led).toMatch(expected(needs, caller, name))
    const refused =
      /^\/admin\/(sign-in|not-allowed|account\/password)/.test(led) || (needs === 'form' && caller !== 'editor')
    if (refused && needs !== 'anybody' && !name.includes('signOut')) expect(await whatIsWritten()).toBe(before)
  })
})
