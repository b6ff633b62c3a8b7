import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { changeNames, changePassword } from '@/lib/auth/account'
import {
  currentPerson,
  requireAccount,
  requireAdmin,
  requireEditor,
  requirePerson,
  requireReviewer,
} from '@/lib/auth/guard'
import { invitationBehind, join } from '@/lib/auth/join'
import { editorMidForm } from '@/lib/auth/mid-form'
import { changeRole, disable, invite, withdraw } from '@/lib/auth/people'
import type { Admin } from '@/lib/auth/person'
import { beginSecondFactor, confirmSecondFactor, stopSecondFactor } from '@/lib/auth/second-factor'
import { whoIsSignedIn } from '@/lib/auth/session'
import { signIn } from '@/lib/auth/sign-in'
import { endAllSessions, endThisSession } from '@/lib/auth/sign-out'
import { closeDatabase, kept } from '@/lib/db/client'
import { makeAccounts, PASSWORD, personOf, type Who } from '../support/accounts'
import { useDatabase } from '../support/database'
import { aBrowser, ledTo, type PretendBrowser, requestOf, use } from '../support/pretend-browser'
import { codeNow } from '../support/totp'

let admin: Admin

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = '' // Vitest has another use for it
  await makeAccounts(await useDatabase('tables'))
  const ada = await signedIn('ada')
  use(ada)
  admin = await requireAdmin()
})

afterAll(closeDatabase)

/** Each from an address of its own: nobody waits for anybody. */
let addresses = 0
async function signedIn(who: Who | { readonly email: string }, password = PASSWORD): Promise<PretendBrowser> {
  addresses += 1
  const browser = use(aBrowser({ 'x-peer-address': `203.0.113.${addresses}` }))
  const { email } = typeof who === 'string' ? personOf(who) : who
  const outcome = await signIn({ email, password, code: '' }, requestOf(browser))
  if (!outcome.ok) throw new Error(`${email} is not let in: ${outcome.refusal.why}`)
  return browser
}

async function isIn(browser: PretendBrowser): Promise<boolean> {
  use(browser)
  return (await currentPerson()) !== null
}

async function acts(act: string): Promise<number> {
  return kept().editors.prisma.auditEntry.count({ where: { act } })
}

describe('a guard', () => {
  test('leads nobody to the sign-in, and back afterwards', async () => {
    use(aBrowser({ 'x-asked-for': '/admin/drafts/new?kind=law' }))
    expect(await ledTo(requireEditor())).toBe('/admin/sign-in?back=%2Fadmin%2Fdrafts%2Fnew%3Fkind%3Dlaw')
    use(aBrowser())
    expect(await ledTo(requirePerson())).toBe('/admin/sign-in')
  })

  test('says which role it takes', async () => {
    use(await signedIn('vera'))
    expect(await requirePerson()).toMatchObject({ role: 'viewer' })
    expect(await ledTo(requireEditor())).toBe('/admin/not-allowed?needs=editor')
    use(await signedIn('ana'))
    expect(await requireEditor()).toMatchObject({ role: 'editor' })
    expect(await ledTo(requireReviewer())).toBe('/admin/not-allowed?needs=reviewer')
    use(await signedIn('ben'))
    expect(await requireReviewer()).toMatchObject({ role: 'reviewer' })
    expect(await ledTo(requireAdmin())).toBe('/admin/not-allowed?needs=admin')
  })

  test('lets a one-time password do nothing but be changed', async () => {
    const { prisma } = kept().editors
    const browser = await signedIn('ana')
    await prisma.person.update({ where: { id: 'ana' }, data: { mustChangePassword: true } })
    expect(await ledTo(requirePerson())).toBe('/admin/account/password')

    const session = await whoIsSignedIn(requestOf(browser))
    if (session === null) throw new Error('signed out')
    const change = (next: string) => changePassword(session, { current: PASSWORD, next }, requestOf(browser))
    for (const next of ['short', 'Counterstrike99!'])
      expect(await change(next)).toMatchObject({ refusal: { why: 'weak-password' } })
    expect(await change(PASSWORD)).toEqual({ ok: false, refusal: { why: 'same-password' } })
    expect(await change('another horse and battery')).toEqual({ ok: true, value: null })
    expect(await requirePerson()).toMatchObject({ id: 'ana' })
    expect(await acts('password.changed')).toBe(1)
  })

  test('lets who reviews do nothing before a second factor is set up, where the operator demands one', async () => {
    vi.stubEnv('SECOND_FACTOR', 'required')
    const { prisma } = kept().editors
    use(await signedIn('vera'))
    expect(await requirePerson()).toMatchObject({ id: 'vera' })

    const browser = await signedIn('ben')
    expect(await ledTo(requireReviewer())).toBe('/admin/account')
    expect(await ledTo(requirePerson())).toBe('/admin/account')
    const credentials = { email: personOf('ben').email, password: PASSWORD, code: '' }
    for (const typed of [null, credentials])
      expect(await editorMidForm(typed)).toEqual({ ok: false, refusal: { why: 'second-factor' } })

    const { person } = await requireAccount()
    const begun = await beginSecondFactor(person, PASSWORD, requestOf(browser))
    const code = begun.ok ? codeNow(begun.value.secret) : ''
    expect(await confirmSecondFactor(person, code, requestOf(browser))).toMatchObject({ ok: true })
    expect(await requireReviewer()).toMatchObject({ id: 'ben' })

    // Who has no password comes by the organisation, which answers for them.
    await prisma.person.update({ where: { id: 'ben' }, data: { twoFactorEnabled: false } })
    expect(await ledTo(requireReviewer())).toBe('/admin/account')
    const password = { where: { id: 'password-of-ben' } }
    await prisma.account.update({ ...password, data: { providerId: 'organisation' } })
    expect(await requireReviewer()).toMatchObject({ id: 'ben' })
    await prisma.account.update({ ...password, data: { providerId: 'credential' } })
    vi.unstubAllEnvs()
    expect(await requireReviewer()).toMatchObject({ id: 'ben' })
  })

  test('lets a browser that was left alone for half a day in no more', async () => {
    const browser = await signedIn('ben')
    const { prisma } = kept().editors
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await prisma.session.updateMany({ where: { userId: 'ben' }, data: { updatedAt: ago(11) } })
    expect(await isIn(browser)).toBe(true)
    await prisma.session.updateMany({ where: { userId: 'ben' }, data: { updatedAt: ago(13) } })
    expect(await isIn(browser)).toBe(false)
  })
})

describe('a session ends', () => {
  test('where it is signed out, and nowhere else', async () => {
    const here = await signedIn('ben')
    const there = await signedIn('ben')
    const cookie = new Map(here.cookies)
    use(here)
    await endThisSession()

    // What stays lets nobody in: it tells the browser from those of strangers.
    expect([...here.cookies.keys()]).toEqual(['sluice.device'])
    expect(await isIn({ ...here, cookies: cookie })).toBe(false)
    expect(await isIn(there)).toBe(true)
  })

  test('everywhere at once', async () => {
    const browsers = [await signedIn('ben'), await signedIn('ben')]
    const ben = await requirePerson()
    await endAllSessions(ben)
    expect(await Promise.all(browsers.map(isIn))).toEqual([false, false])
  })

  test('in every other browser when the password changes', async () => {
    const other = await signedIn('ben')
    const browser = await signedIn('ben')
    const before = requestOf(browser).get('cookie')
    const session = await whoIsSignedIn(requestOf(browser))
    if (session === null) throw new Error('signed out')
    const wrong = { current: 'not the password', next: 'a password that is new' }
    expect(await changePassword(session, wrong, requestOf(browser))).toEqual({
      ok: false,
      refusal: { why: 'wrong-password' },
    })
    await changePassword(session, { current: PASSWORD, next: 'a password that is new' }, requestOf(browser))

    expect(await isIn(other)).toBe(false)
    expect(await isIn(browser)).toBe(true)
    expect(requestOf(browser).get('cookie')).not.toBe(before)
  })
})

describe('an admin', () => {
  test('changes a role, and it counts at the next request', async () => {
    const browser = await signedIn('cai')
    expect(await requireReviewer()).toMatchObject({ id: 'cai' })
    await changeRole(admin, 'cai', 'viewer')

    use(browser)
    expect(await ledTo(requireReviewer())).toBe('/admin/not-allowed?needs=reviewer')
    await changeRole(admin, 'cai', 'reviewer')
    const logged = await kept().editors.prisma.auditEntry.findMany({ where: { act: 'person.role-changed' } })
    expect(logged.map(({ person, subject, detail }) => ({ person, subject, detail }))).toEqual([
      { person: 'ada', subject: 'cai', detail: { from: 'reviewer', to: 'viewer' } },
      { person: 'ada', subject: 'cai', detail: { from: 'viewer', to: 'reviewer' } },
    ])
  })

  test('disables a person, who is out at once and is not let in', async () => {
    const browser = await signedIn('cai')
    expect(await disable(admin, 'cai', true)).toEqual({ ok: true, value: null })
    expect(await kept().editors.prisma.session.count({ where: { userId: 'cai' } })).toBe(0)
    expect(await isIn(browser)).toBe(false)
    await expect(signedIn('cai')).rejects.toThrow('wrong')

    await disable(admin, 'cai', false)
    expect(await isIn(browser)).toBe(false)
    expect(await isIn(await signedIn('cai'))).toBe(true)
  })

  test('need not end the sessions of who is disabled: the row alone keeps them out', async () => {
    const browser = await signedIn('cai')
    const { prisma } = kept().editors
    await prisma.person.update({ where: { id: 'cai' }, data: { disabledAt: new Date() } })
    expect(await isIn(browser)).toBe(false)
    await prisma.person.update({ where: { id: 'cai' }, data: { disabledAt: null } })
  })

  test('cannot leave nobody who manages people, nor disable themselves', async () => {
    expect(await changeRole(admin, 'ada', 'viewer')).toEqual({ ok: false, refusal: { why: 'last-admin' } })
    expect(await disable(admin, 'ada', true)).toEqual({ ok: false, refusal: { why: 'oneself' } })
    expect(await disable(null, 'ada', true)).toEqual({ ok: false, refusal: { why: 'last-admin' } })
    expect(await changeRole(admin, 'nobody', 'viewer')).toEqual({ ok: false, refusal: { why: 'no-such-person' } })
  })

  test('is one of two who take each other away, and one stays', async () => {
    await changeRole(admin, 'cai', 'admin')
    const outcomes = await Promise.all([changeRole(null, 'ada', 'editor'), changeRole(null, 'cai', 'editor')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { prisma } = kept().editors
    expect(await prisma.person.count({ where: { role: 'admin' } })).toBe(1)
    await prisma.person.update({ where: { id: 'ada' }, data: { role: 'admin' } })
  })
})

describe('an invitation', () => {
  const joining = { name: 'Dora', publicName: '', password: 'four words and a comma' }
  async function link(email: string): Promise<string> {
    const invited = await invite(admin, { email, role: 'editor' })
    if (!invited.ok) throw new Error(invited.refusal.why)
    return invited.value.token
  }

  test('makes a person with its role, once', async () => {
    const token = await link('Dora@Example.org')
    expect(await invitationBehind(token)).toMatchObject({ ok: true, value: { email: 'dora@example.org' } })
    const outcomes = await Promise.all([join(token, joining), join(token, joining)])
    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { email: 'dora@example.org' } }])
    expect(await join(token, joining)).toEqual({ ok: false, refusal: { why: 'link-used' } })

    await signedIn({ email: 'dora@example.org' }, joining.password)
    expect(await requireEditor()).toMatchObject({ name: 'Dora', role: 'editor', publicName: null })
    const { prisma } = kept().editors
    expect(await prisma.person.count({ where: { email: 'dora@example.org' } })).toBe(1)
  })

  test('is kept as a digest alone', async () => {
    const token = await link('digest@example.org')
    const { prisma } = kept().editors
    const stored = JSON.stringify([
      await prisma.invitation.findMany(),
      await prisma.auditEntry.findMany({ select: { detail: true, subject: true } }),
    ])
    expect(stored).not.toContain(token)
  })

  test('that was withdrawn, has expired, was replaced or never was says so', async () => {
    const { prisma } = kept().editors
    const withdrawn = await link('eve@example.org')
    const behind = await invitationBehind(withdrawn)
    if (!behind.ok) throw new Error('no invitation')
    expect(await withdraw(admin, behind.value.digest)).toEqual({ ok: true, value: null })
    expect(await join(withdrawn, joining)).toEqual({ ok: false, refusal: { why: 'link-withdrawn' } })
    expect(await withdraw(admin, behind.value.digest)).toEqual({ ok: false, refusal: { why: 'link-unknown' } })

    const replaced = await link('fay@example.org')
    const expired = await link('fay@example.org')
    expect(await join(replaced, joining)).toEqual({ ok: false, refusal: { why: 'link-withdrawn' } })
    await prisma.invitation.updateMany({ where: { email: 'fay@example.org' }, data: { expiresAt: new Date(0) } })
    expect(await join(expired, joining)).toEqual({ ok: false, refusal: { why: 'link-expired' } })
    expect(await join('made-up', joining)).toEqual({ ok: false, refusal: { why: 'link-unknown' } })
  })

  test('is not made for an address that is somebody’s, or is none', async () => {
    const taken = { why: 'address-taken', email: 'ana@example.org' }
    expect(await invite(admin, { email: 'Ana@example.org', role: 'editor' })).toEqual({ ok: false, refusal: taken })
    expect(await invite(admin, { email: 'ana', role: 'editor' })).toEqual({
      ok: false,
      refusal: { why: 'not-an-address' },
    })
  })

  test('asks for a name and a password that will do', async () => {
    const token = await link('gil@example.org')
    expect(await join(token, { ...joining, name: ' ' })).toEqual({ ok: false, refusal: { why: 'no-name' } })
    for (const password of ['too short', 'sonyericsson'])
      expect(await join(token, { ...joining, password })).toMatchObject({ refusal: { why: 'weak-password' } })
    expect(await invitationBehind(token)).toMatchObject({ ok: true })
  })
})

test('a password that is typed once more counts like a sign-in', async () => {
  const browser = await signedIn('ana', 'another horse and battery')
  const session = await whoIsSignedIn(requestOf(browser))
  if (session === null) throw new Error('signed out')
  const { person } = session
  const change = () =>
    changePassword(session, { current: 'a wrong one', next: 'some new password' }, requestOf(browser))
  const wrong = { ok: false, refusal: { why: 'wrong-password' } }
  expect(await change()).toEqual(wrong)
  expect(await change()).toEqual(wrong)
  expect(await beginSecondFactor(person, 'a wrong one', requestOf(browser))).toEqual(wrong)
  expect(await beginSecondFactor(person, 'a wrong one', requestOf(browser))).toEqual(wrong)
  expect(await stopSecondFactor(person, 'a wrong one', requestOf(browser))).toEqual(wrong)

  const wait = { ok: false, refusal: { why: 'wait', seconds: expect.any(Number) } }
  expect(await change()).toEqual(wait)
  expect(await beginSecondFactor(person, 'another horse and battery', requestOf(browser))).toEqual(wait)
  expect(await stopSecondFactor(person, 'another horse and battery', requestOf(browser))).toEqual(wait)
})

test('names are saved, and an empty public name is none', async () => {
  await signedIn('ada')
  const ada = await requirePerson()
  expect(await changeNames(ada, { name: ' Ada ', publicName: ' ' })).toEqual({ ok: true, value: null })
  expect(await requirePerson()).toMatchObject({ name: 'Ada', publicName: null })
  expect(await changeNames(ada, { name: ' ', publicName: 'x' })).toEqual({ ok: false, refusal: { why: 'no-name' } })
})

const UNFIT = ['x'.repeat(101), 'Ada\nAdmin', 'Ada\0', 'Ada\u202enimdA', 'Ada\u200b', '\ud800']

test.for(UNFIT)('a name is one visible line of at most 100 characters, not %j', async (name) => {
  await signedIn('ada')
  const ada = await requirePerson()
  const refused = (field: string) => ({ ok: false, refusal: { why: 'not-a-name', field, most: 100 } })
  expect(await changeNames(ada, { name, publicName: '' })).toEqual(refused('name'))
  expect(await changeNames(ada, { name: 'Ada', publicName: name })).toEqual(refused('publicName'))
  const invited = await invite(admin, { email: 'hal@example.org', role: 'viewer' })
  if (!invited.ok) throw new Error(invited.refusal.why)
  const joining = { name, publicName: '', password: 'a password for Hal' }
  expect(await join(invited.value.token, joining)).toEqual(refused('name'))
})

test('what no id can be is nobody’s', async () => {
  expect(await changeRole(admin, 'ana\0', 'viewer')).toEqual({ ok: false, refusal: { why: 'no-such-person' } })
  expect(await withdraw(admin, '\0')).toEqual({ ok: false, refusal: { why: 'link-unknown' } })
})
