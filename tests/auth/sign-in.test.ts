import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { refuseTheDisabled } from '@/lib/auth/admission'
import { currentPerson } from '@/lib/auth/guard'
import { LIMITS, signInLimits } from '@/lib/auth/limits'
import { beginSecondFactor, confirmSecondFactor } from '@/lib/auth/second-factor'
import { enterCode, signIn } from '@/lib/auth/sign-in'
import { closeDatabase, kept } from '@/lib/db/client'
import { makeAccounts, PASSWORD, personOf, type Who } from '../support/accounts'
import { useDatabase } from '../support/database'
import { aBrowser, type PretendBrowser, requestOf, use } from '../support/pretend-browser'
import { codeNow } from '../support/totp'

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = '' // Vitest has another use for it
  await makeAccounts(await useDatabase('tables'))
})

beforeEach(() => kept().editors.prisma.rateLimit.deleteMany())

afterAll(closeDatabase)

function enter(browser: PretendBrowser, who: Who, typed: { password?: string; code?: string } = {}) {
  const credentials = { email: personOf(who).email, password: PASSWORD, code: '', ...typed }
  return signIn(credentials, requestOf(use(browser)))
}

async function actsOf(person: string) {
  const rows = await kept().editors.prisma.auditEntry.findMany({ where: { subject: person }, orderBy: { id: 'asc' } })
  return rows.map(({ act, person: by }) => `${by ?? 'nobody'}: ${act}`)
}

describe('who signs in', () => {
  test('is known from then on, by a cookie that no script reads and no other site or page is sent', async () => {
    const browser = aBrowser()
    expect(await enter(browser, 'ana')).toMatchObject({ ok: true, value: { id: 'ana', role: 'editor' } })

    expect([...browser.cookies].map(([name, { value: _, ...attributes }]) => [name, attributes])).toEqual([
      [
        'sluice.session_token',
        { path: '/admin', httpOnly: true, sameSite: 'lax', secure: false, maxAge: 7 * 24 * 3600 },
      ],
      ['sluice.device', { path: '/admin', httpOnly: true, sameSite: 'lax', secure: false, maxAge: 90 * 24 * 3600 }],
    ])
    expect(await currentPerson()).toMatchObject({ id: 'ana', name: 'Ana Editor' })
    expect(await actsOf('ana')).toEqual(['ana: session.signed-in'])
  })

  test('off localhost has a Secure cookie, or none', async () => {
    const proxied = aBrowser({ host: 'sluice.example', 'x-forwarded-proto': 'https' })
    expect(await enter(proxied, 'ana')).toEqual({ ok: false, refusal: { why: 'not-safe' } })

    vi.stubEnv('TRUSTED_PROXY', 'true')
    expect(await enter(proxied, 'ana')).toMatchObject({ ok: true })
    expect(proxied.cookies.get('__Secure-sluice.session_token')).toMatchObject({ secure: true })
    expect(await currentPerson()).toMatchObject({ id: 'ana' })
    // The same under a name that a neighbour without TLS could give it is nobody's.
    const bare = [...proxied.cookies].map(([name, cookie]) => [name.replace('__Secure-', ''), cookie] as const)
    use({ ...proxied, cookies: new Map(bare) })
    expect(await currentPerson()).toBeNull()
    vi.unstubAllEnvs()
  })

  test('may type the address in capitals', async () => {
    const credentials = { email: ' ANA@Example.org ', password: PASSWORD, code: '' }
    expect(await signIn(credentials, requestOf(use(aBrowser())))).toMatchObject({ ok: true })
  })

  test('again in one browser ends the session it had', async () => {
    const browser = aBrowser()
    await enter(browser, 'ben')
    const before = new Map(browser.cookies)
    await enter(browser, 'ben')

    expect(browser.cookies.get('sluice.session_token')?.value).not.toBe(before.get('sluice.session_token')?.value)
    use({ ...browser, cookies: before })
    expect(await currentPerson()).toBeNull()
  })

  test('with a cookie that somebody else made is nobody', async () => {
    const browser = aBrowser()
    await enter(browser, 'ana')
    const [name, cookie] = [...browser.cookies][0] ?? ['', { value: '' }]
    const forged = cookie.value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))
    use({ ...browser, cookies: new Map([[name, { ...cookie, value: forged }]]) })
    expect(await currentPerson()).toBeNull()
  })
})

describe('one sentence is said', () => {
  test('to an unknown address, a wrong password and a disabled person alike', async () => {
    const { prisma } = kept().editors
    await prisma.person.update({ where: { id: 'vera' }, data: { disabledAt: new Date() } })

    const wrong = { ok: false, refusal: { why: 'wrong' } }
    expect(await enter(aBrowser(), 'vera')).toEqual(wrong)
    expect(await enter(aBrowser(), 'ana', { password: 'not the password' })).toEqual(wrong)
    const nobody = { email: 'nobody@example.org', password: PASSWORD, code: '' }
    expect(await signIn(nobody, requestOf(use(aBrowser())))).toEqual(wrong)
    expect(await prisma.session.count({ where: { userId: 'vera' } })).toBe(0)
    expect(await refuseTheDisabled({ userId: 'vera' })).toBe(false)
    expect(await refuseTheDisabled({ userId: 'ana' })).toBeUndefined()
  })

  test('and the log names who was meant, never what was typed', async () => {
    await enter(aBrowser(), 'cai', { password: 'a very secret word' })
    await signIn({ email: 'typed@by.mistake', password: 'x', code: '' }, requestOf(use(aBrowser())))

    expect(await actsOf('cai')).toEqual(['nobody: session.refused'])
    const whole = JSON.stringify(
      await kept().editors.prisma.auditEntry.findMany({ select: { detail: true, act: true } }),
    )
    expect(whole).not.toContain('secret word')
    expect(whole).not.toContain('typed@by.mistake')
  })
})

describe('too many attempts', () => {
  const wrong = { password: 'not the password' }
  /** Each attempt costs as much as a password is hard to try: where it is told apart who attempts, two are as many as five. */
  const few = { ...LIMITS, pair: { ...LIMITS.pair, points: 2 } }
  const tries = (browser: PretendBrowser) =>
    signIn({ email: personOf('ada').email, code: '', ...wrong }, requestOf(use(browser)), signInLimits(few))

  test('of one account from one address wait; the same account from another address does not', async () => {
    const thief = aBrowser({ 'x-peer-address': '198.51.100.1' })
    for (let attempt = 0; attempt < LIMITS.pair.points; attempt += 1) {
      expect(await enter(thief, 'ada', wrong)).toEqual({ ok: false, refusal: { why: 'wrong' } })
    }
    expect(await enter(thief, 'ada')).toEqual({ ok: false, refusal: { why: 'wait', seconds: expect.any(Number) } })
    expect(await enter(aBrowser(), 'ada')).toMatchObject({ ok: true })
  })

  test('are counted by the address of the connection, whatever the client says of itself', async () => {
    const claims = (address: string) => aBrowser({ 'x-peer-address': '198.51.100.2', 'x-forwarded-for': address })
    for (const attempt of [1, 2]) {
      expect(await tries(claims(`192.0.2.${attempt}`))).toMatchObject({ refusal: { why: 'wrong' } })
    }
    expect(await tries(claims('192.0.2.99'))).toMatchObject({ ok: false, refusal: { why: 'wait' } })
  })

  test('of one account from everywhere wait, but not where it signed in before', async () => {
    const home = aBrowser({ 'x-peer-address': '203.0.113.77' })
    expect(await enter(home, 'ada')).toMatchObject({ ok: true })
    const limits = signInLimits({ ...LIMITS, account: { points: 3, seconds: 600 } })
    const from = (address: string) => {
      const browser = use(aBrowser({ 'x-peer-address': address }))
      return signIn({ email: personOf('ada').email, password: 'x', code: '' }, requestOf(browser), limits)
    }
    for (const address of ['2001:db8:1::1', '2001:db8:2::1', '2001:db8:3::1']) await from(address)

    expect(await from('2001:db8:4::1')).toMatchObject({ ok: false, refusal: { why: 'wait' } })
    const owner = { email: personOf('ada').email, password: PASSWORD, code: '' }
    expect(await signIn(owner, requestOf(use(home)), limits)).toMatchObject({ ok: true })
  })

  test('of one account from everywhere keep no owner out of a browser of theirs, wherever that is now', async () => {
    const laptop = aBrowser({ 'x-peer-address': '203.0.113.78' })
    expect(await enter(laptop, 'ada')).toMatchObject({ ok: true })
    const limits = signInLimits({ ...LIMITS, account: { points: 3, seconds: 600 } })
    const tried = (browser: PretendBrowser, password: string) =>
      signIn({ email: personOf('ada').email, password, code: '' }, requestOf(use(browser)), limits)
    for (const net of [1, 2, 3, 4]) await tried(aBrowser({ 'x-peer-address': `2001:db8:7${net}::1` }), 'x')

    const away = { says: { ...laptop.says, 'x-peer-address': '192.0.2.200' }, cookies: laptop.cookies }
    expect(await tried(aBrowser(away.says), PASSWORD)).toMatchObject({ ok: false, refusal: { why: 'wait' } })
    expect(await tried(away, PASSWORD)).toMatchObject({ ok: true })
    // What one account's browser is known by opens no other account's limit, and no more attempts from one address.
    const forged = { ...away, cookies: new Map([['sluice.device', { value: 'a'.repeat(32) }]]) }
    expect(await tried({ ...forged, says: { ...forged.says, 'x-peer-address': '192.0.2.201' } }, 'x')).toMatchObject({
      refusal: { why: 'wait' },
    })
  })

  test('from one network of IPv6 count together', async () => {
    for (const attempt of [1, 2]) {
      const browser = aBrowser({ 'x-peer-address': `2001:db8:9:9::${attempt}` })
      expect(await tries(browser)).toMatchObject({ refusal: { why: 'wrong' } })
    }
    const next = aBrowser({ 'x-peer-address': '2001:db8:9:9:ffff::1' })
    expect(await tries(next)).toMatchObject({ ok: false, refusal: { why: 'wait' } })
  })

  test('at once count too', async () => {
    const thief = aBrowser({ 'x-peer-address': '198.51.100.3' })
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => tries(thief)))
    const tried = outcomes.filter((outcome) => !outcome.ok && outcome.refusal.why === 'wrong')
    expect(tried).toHaveLength(few.pair.points)
  })
})

describe('the log is not filled by strangers', () => {
  const logged = () => kept().editors.prisma.auditEntry.count()
  const wrong = { password: 'not the password' }

  test('who must wait is logged once for as long as it lasts', async () => {
    const thief = aBrowser({ 'x-peer-address': '198.51.100.20' })
    const before = await logged()
    const limits = signInLimits({ ...LIMITS, pair: { ...LIMITS.pair, points: 2 } })
    const credentials = { email: personOf('ada').email, code: '', ...wrong }
    for (let attempt = 0; attempt < 8; attempt += 1) await signIn(credentials, requestOf(use(thief)), limits)
    expect(await logged()).toBe(before + 2 + 1)
  })

  test('nor by attempts on ever new addresses from one machine', async () => {
    const thief = aBrowser({ 'x-peer-address': '198.51.100.21' })
    const before = await logged()
    const limits = signInLimits({ ...LIMITS, address: { points: 3, seconds: 600 } })
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const credentials = { email: `nobody-${attempt % 2}@example.org`, password: 'x', code: '' }
      await signIn(credentials, requestOf(use(thief)), limits)
    }
    expect(await logged()).toBe(before + 4)
  })

  test('nor by codes for no first step, and those count against the address', async () => {
    const browser = aBrowser({ 'x-peer-address': '198.51.100.22' })
    const before = await logged()
    const limits = signInLimits({ ...LIMITS, address: { points: 3, seconds: 600 } })
    const code = () => enterCode('123456', requestOf(use(browser)), limits)
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(await code()).toMatchObject({ refusal: { why: 'begin-again' } })
    expect(await logged()).toBe(before)
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await code()).toMatchObject({ refusal: { why: 'wait' } })
    expect(await logged()).toBe(before + 1)
  })

  test('an address with a sign that no address has is refused like any other', async () => {
    const credentials = { email: 'ana@example.org\0', password: 'x', code: '' }
    expect(await signIn(credentials, requestOf(use(aBrowser())))).toEqual({ ok: false, refusal: { why: 'wrong' } })
  })
})

describe('with a second factor', () => {
  let secret = ''
  let backup: readonly string[] = []
  const code = () => codeNow(secret)

  beforeAll(async () => {
    await kept().editors.prisma.rateLimit.deleteMany()
    const browser = aBrowser()
    const signedIn = await enter(browser, 'cai')
    if (!signedIn.ok) throw new Error('not signed in')
    const begun = await beginSecondFactor(signedIn.value, PASSWORD, requestOf(browser))
    if (!begun.ok) throw new Error('not begun')
    secret = begun.value.secret
    backup = begun.value.backupCodes
    const before = requestOf(browser)
    expect(await confirmSecondFactor(signedIn.value, code(), before)).toEqual({ ok: true, value: null })

    // The session was changed for another.
    expect(await currentPerson()).toMatchObject({ id: 'cai' })
    expect(requestOf(browser).get('cookie')).not.toBe(before.get('cookie'))
  })

  test('the password alone lets nobody in, and the code does, in two steps', async () => {
    const browser = aBrowser()
    expect(await enter(browser, 'cai')).toEqual({ ok: false, refusal: { why: 'code-needed' } })
    expect(await currentPerson()).toBeNull()
    expect(await enterCode('000000', requestOf(use(browser)))).toEqual({ ok: false, refusal: { why: 'wrong-code' } })
    expect(await currentPerson()).toBeNull()
    expect(await enterCode(code(), requestOf(use(browser)))).toMatchObject({ ok: true, value: { id: 'cai' } })
    expect(await currentPerson()).toMatchObject({ id: 'cai' })
  })

  test('password and code do in one step', async () => {
    const browser = aBrowser()
    expect(await enter(browser, 'cai', { code: code() })).toMatchObject({ ok: true, value: { id: 'cai' } })
    expect(await currentPerson()).toMatchObject({ id: 'cai' })
  })

  test('a code that somebody saw being typed opens nothing a second time', async () => {
    const typed = code()
    expect(await enter(aBrowser(), 'cai', { code: typed })).toMatchObject({ ok: true })
    const thief = aBrowser({ 'x-peer-address': '198.51.100.30' })
    expect(await enter(thief, 'cai', { code: typed })).toEqual({ ok: false, refusal: { why: 'wrong-code' } })
    expect(await currentPerson()).toBeNull()
    const sessions = await kept().editors.prisma.session.count({ where: { userId: 'cai', ipAddress: '198.51.100.30' } })
    expect(sessions).toBe(0)
  })

  test('a backup code lets in once', async () => {
    const [once = ''] = backup
    expect(await enter(aBrowser(), 'cai', { code: once })).toMatchObject({ ok: true })
    expect(await enter(aBrowser(), 'cai', { code: once })).toEqual({ ok: false, refusal: { why: 'wrong-code' } })
  })

  test('a code without the first step opens nothing', async () => {
    const browser = aBrowser()
    expect(await enterCode(code(), requestOf(use(browser)))).toEqual({
      ok: false,
      refusal: { why: 'begin-again' },
    })
  })
})
