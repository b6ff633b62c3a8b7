import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { admitThroughOrganisation, refuseTheDisabled, takeUpInvitation } from '@/lib/auth/admission'
import { currentPerson } from '@/lib/auth/guard'
import { LIMITS } from '@/lib/auth/limits'
import { backFromOrganisation, towardsOrganisation } from '@/lib/auth/organisation'
import { invite } from '@/lib/auth/people'
import { signIn } from '@/lib/auth/sign-in'
import { closeDatabase, kept } from '@/lib/db/client'
import { makeAccounts, PASSWORD } from '../support/accounts'
import { useDatabase } from '../support/database'
import { type Claims, type IdentityProvider, startIdentityProvider } from '../support/identity-provider'
import { aBrowser, type PretendBrowser, requestOf, use } from '../support/pretend-browser'

let provider: IdentityProvider

beforeAll(async () => {
  provider = await startIdentityProvider('sluice')
  Object.assign(process.env, {
    SLUICE_SECRET: 'a secret of the tests that is long enough',
    BASE_URL: 'http://localhost:3000',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'sluice',
    OIDC_CLIENT_SECRET: 'hush',
    OIDC_NAME: 'Example',
  })
  await makeAccounts(await useDatabase('tables'))
})

afterAll(async () => {
  provider.close()
  await closeDatabase()
})

const CALLBACK = 'http://localhost:3000/admin/auth/callback/organisation'

const ANA: Claims = { sub: '17', email: 'ana@example.org', email_verified: true, name: 'Ana of Example' }

/** The whole way there and back; gives where the browser is led in the end. */
async function through(browser: PretendBrowser, claims: Claims, forget = false): Promise<string> {
  use(browser)
  const there = await towardsOrganisation('/admin/drafts', requestOf(browser))
  if (there === null) throw new Error('no organisation')
  const query = provider.answer(there, claims)
  if (forget) browser.cookies.clear()
  const request = new Request(`http://localhost:3000/admin/auth/callback/organisation${query}`, {
    headers: requestOf(browser),
  })
  const answer = await backFromOrganisation(request)
  for (const header of answer?.headers.getSetCookie() ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
    if (/max-age=0/i.test(header)) browser.cookies.delete(name)
    else browser.cookies.set(name, { value: decodeURIComponent(value), header })
  }
  return answer?.headers.get('location') ?? ''
}

describe('an organisation signs in', () => {
  test.for([
    ['that has run out', { exp: Math.floor(Date.now() / 1000) - 3_600 }],
    ['for another service', { aud: 'another' }],
    ['of another provider', { iss: 'https://login.elsewhere.example' }],
    ['that answers another browser', { nonce: 'of-another-browser' }],
  ] as const)('nobody by a token %s', async ([, said]) => {
    const browser = aBrowser()
    expect(await through(browser, { ...ANA, ...said })).toContain('/admin/sign-in?problem=organisation')
    use(browser)
    expect(await currentPerson()).toBeNull()
  })

  test('a person who is there already, by an address that it has verified', async () => {
    const browser = aBrowser()
    expect(await through(browser, ANA)).toContain('/admin/drafts')
    expect(await currentPerson()).toMatchObject({ id: 'ana', name: 'Ana Editor', role: 'editor' })
    const header = browser.cookies.get('sluice.session_token')?.['header']
    expect(header).toMatch(/Path=\/admin/)
    expect(header).toMatch(/HttpOnly/)
    const logged = await kept().editors.prisma.auditEntry.findMany({ where: { person: 'ana' } })
    expect(logged.map(({ act, detail }) => [act, detail])).toEqual([['session.signed-in', { by: 'organisation' }]])
  })

  test('nobody whom no admin invited', async () => {
    const browser = aBrowser()
    const stranger = { ...ANA, sub: '18', email: 'stranger@example.org' }
    expect(await through(browser, stranger)).toContain('/admin/sign-in?problem=organisation')
    expect(await currentPerson()).toBeNull()
    expect(await kept().editors.prisma.person.count({ where: { email: stranger.email } })).toBe(0)
  })

  test('somebody who was invited, with the role that was meant for them, once', async () => {
    await invite(null, { email: 'iris@example.org', role: 'reviewer' })
    const iris = { sub: '19', email: 'iris@example.org', email_verified: true, name: 'Iris' }
    await through(aBrowser(), iris)
    expect(await currentPerson()).toMatchObject({ name: 'Iris', role: 'reviewer' })
    await through(aBrowser(), iris)
    expect(await currentPerson()).toMatchObject({ name: 'Iris' })
    expect(await kept().editors.prisma.person.count({ where: { email: 'iris@example.org' } })).toBe(1)
  })

  test('and the invitation says who took it up, and so does the log', async () => {
    const { prisma } = kept().editors
    const iris = await prisma.person.findUniqueOrThrow({ where: { email: 'iris@example.org' } })
    const invitation = await prisma.invitation.findFirstOrThrow({ where: { email: iris.email } })
    expect(invitation).toMatchObject({ acceptedBy: iris.id, acceptedAt: expect.any(Date) })
    const logged = await prisma.auditEntry.findMany({ where: { act: 'invitation.accepted' } })
    expect(logged.map(({ person, subject, detail }) => ({ person, subject, detail }))).toEqual([
      { person: iris.id, subject: invitation.tokenHash, detail: { role: 'reviewer', by: 'organisation' } },
    ])
  })

  test('nobody whose invitation ends in the moment of joining', async () => {
    const { prisma } = kept().editors
    await invite(null, { email: 'kim@example.org', role: 'editor' })
    const kim = { id: 'kim', email: 'kim@example.org', emailVerified: true, name: 'Kim' }
    const admitted = await admitThroughOrganisation(kim)
    if (admitted === false) throw new Error('not admitted')
    expect(await prisma.invitation.count({ where: { email: kim.email, acceptedAt: null } })).toBe(1)
    const { disabledAt, role } = admitted.data as unknown as { disabledAt: Date; role: string }
    await prisma.person.create({ data: { id: kim.id, email: kim.email, name: kim.name, role, disabledAt } })
    await prisma.invitation.updateMany({ where: { email: kim.email }, data: { withdrawnAt: new Date() } })
    await takeUpInvitation(kim)
    expect(await refuseTheDisabled({ userId: 'kim' })).toBe(false)
  })

  test('a name that is none becomes the address', async () => {
    await invite(null, { email: 'lou@example.org', role: 'viewer' })
    await through(aBrowser(), { sub: '23', email: 'lou@example.org', email_verified: true, name: 'Lou\u202eeniM' })
    expect(await currentPerson()).toMatchObject({ name: 'lou@example.org' })
  })

  test('in a browser that was signed in before, and ends what it had', async () => {
    const browser = use(aBrowser())
    const credentials = { email: 'ben@example.org', password: PASSWORD, code: '' }
    await signIn(credentials, requestOf(browser))
    const before = new Map(browser.cookies)
    await through(browser, ANA)
    expect(await currentPerson()).toMatchObject({ id: 'ana' })
    use({ ...browser, cookies: before })
    expect(await currentPerson()).toBeNull()
  })

  test('and a refused answer signs nobody out, nor is it logged as a sign-in', async () => {
    const { prisma } = kept().editors
    const browser = use(aBrowser())
    await signIn({ email: 'ben@example.org', password: PASSWORD, code: '' }, requestOf(browser))
    const before = await prisma.auditEntry.count({ where: { act: 'session.signed-in' } })
    await backFromOrganisation(new Request(`${CALLBACK}?code=x&state=y`, { headers: requestOf(browser) }))
    expect(await currentPerson()).toMatchObject({ id: 'ben' })
    expect(await prisma.auditEntry.count({ where: { act: 'session.signed-in' } })).toBe(before)
  })

  test('answers that nobody asked for fill the log no further than an address may try', async () => {
    const { prisma } = kept().editors
    const browser = aBrowser({ 'x-peer-address': '198.51.100.30' })
    const before = await prisma.auditEntry.count()
    let answer: Response | null = null
    for (let attempt = 0; attempt < LIMITS.address.points + 5; attempt += 1) {
      answer = await backFromOrganisation(new Request(`${CALLBACK}?code=x&state=y`, { headers: requestOf(browser) }))
    }
    expect(answer?.headers.get('location')).toBe('/admin/sign-in?problem=wait')
    expect(await prisma.auditEntry.count()).toBe(before + LIMITS.address.points + 1)
  })

  test('nobody by an address that it has not verified', async () => {
    await invite(null, { email: 'jo@example.org', role: 'admin' })
    await through(aBrowser(), { sub: '20', email: 'jo@example.org', email_verified: false, name: 'Jo' })
    expect(await currentPerson()).toBeNull()
    await through(aBrowser(), { sub: '21', email: 'ben@example.org', email_verified: false, name: 'Not Ben' })
    expect(await currentPerson()).toBeNull()
  })

  test('nobody who is disabled', async () => {
    await kept().editors.prisma.person.update({ where: { id: 'vera' }, data: { disabledAt: new Date() } })
    await through(aBrowser(), { sub: '22', email: 'vera@example.org', email_verified: true, name: 'Vera' })
    expect(await currentPerson()).toBeNull()
  })

  test('no browser but the one that asked', async () => {
    await through(aBrowser(), { ...ANA, sub: '17' }, true)
    expect(await currentPerson()).toBeNull()
  })
})

test('without an organisation there is no such way', async () => {
  vi.stubEnv('OIDC_ISSUER', '')
  expect(await towardsOrganisation(null, requestOf(aBrowser()))).toBeNull()
  expect(await backFromOrganisation(new Request('http://localhost:3000/admin/auth/callback/organisation'))).toBeNull()
  vi.unstubAllEnvs()
})
