import type { Page } from '@playwright/test'
import { PASSWORD, personOf } from '../support/accounts'
import { lackingOfPages } from '../support/strict-page'
import { codeNow } from '../support/totp'
import { violationsOn } from './support/axe'
import { test } from './support/editors'
import { expect } from './support/quiet'

/** Each of the two ways a browser may be. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a wrong password is told, the address stays, and the right one leads where one wanted to go', async ({
      page,
    }) => {
      await page.goto('/admin/account')
      await expect(page).toHaveURL(/\/admin\/sign-in\?back=%2Fadmin%2Faccount$/)
      await fill(page, personOf('vera').email, 'not the password')
      await expect(page.getByRole('alert').filter({ hasText: 'to put right' })).toContainText('do not go together')
      await expect(page.getByLabel('E-mail')).toHaveValue(personOf('vera').email)
      await expect(page.getByLabel('Password')).toHaveValue('')
      if (javaScriptEnabled) await expect(page.locator('#sign-in-problems')).toBeFocused()

      await fill(page, personOf('vera').email, PASSWORD)
      await expect(page).toHaveURL(/\/admin\/account$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect(page).toHaveURL(/\/admin\/sign-in$/)
    })

    test('an admin invites somebody, who joins, signs in and sets up a second factor', async ({
      page,
      enter,
      browser,
    }) => {
      const email = `new-${javaScriptEnabled}@example.org`
      await enter(page, 'ada')
      await page.goto('/admin/people')
      await page.getByLabel('E-mail').fill(email)
      await page.getByRole('button', { name: 'Make an invitation link' }).click()
      const link = await page.getByText('/admin/join/').innerText()

      const context = await browser.newContext({ javaScriptEnabled })
      const guest = await context.newPage()
      await guest.goto(link)
      await guest.getByLabel('Name', { exact: true }).fill('Newcomer')
      await guest.getByLabel('New password').fill('too short')
      await guest.getByRole('button', { name: 'Join' }).click()
      await expect(guest.getByRole('alert').filter({ hasText: 'to put right' })).toContainText('at least 12 characters')
      await expect(guest.getByLabel('Name', { exact: true })).toHaveValue('Newcomer')
      await guest.getByLabel('New password').fill(PASSWORD)
      await guest.getByRole('button', { name: 'Join' }).click()
      await expect(guest.getByText('You can sign in now.')).toBeVisible()
      await fill(guest, email, PASSWORD)
      await expect(guest).toHaveURL(/\/admin$/)

      const secret = await setUpSecondFactor(guest, link)
      await guest.getByRole('button', { name: 'Sign out', exact: true }).click()
      await fill(guest, email, PASSWORD)
      await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Second factor')
      await guest.getByLabel('Code', { exact: true }).fill(codeNow(secret))
      await guest.getByRole('button', { name: 'Sign in' }).click()
      await expect(guest).toHaveURL(/\/admin$/)
      await context.close()

      await page.goto(link)
      await expect(page.getByRole('main')).toContainText('This invitation has been used')
    })
  })
}

test('an admin adds a webhook, sees its secret once, makes another, and finds what was sent', async ({
  page,
  enter,
}) => {
  await enter(page, 'ada')
  await page.goto('/admin/webhooks')
  await page.getByLabel('Address').fill('https://nobody.invalid/hook')
  await page.getByLabel('Description').fill('The desk of nobody')
  await page.getByRole('button', { name: 'Add the webhook' }).click()
  const secret = page.getByRole('status').locator('code')
  await expect(secret).toHaveText(/^whsec_\S{32,}$/)
  const first = await secret.innerText()
  await page.reload()
  await expect(page.getByRole('link', { name: 'The desk of nobody' })).toBeVisible()
  expect(await page.content()).not.toContain(first)

  await page.getByRole('link', { name: 'The desk of nobody' }).click()
  await page.getByRole('button', { name: 'Make another secret' }).click()
  await expect(secret).toHaveText(/^whsec_\S{32,}$/)
  expect(await secret.innerText()).not.toBe(first)
  expect(await violationsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Send a test message' }).click()
  await page.getByRole('link', { name: 'Test', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('"type":"webhook.test"')
  expect(await page.content()).not.toContain('whsec_')
  expect(await violationsOn(page)).toEqual([])
})

test('readers get no cookie, and editors’ cookies stay on their side', async ({ page, signIn, context }) => {
  for (const address of [
    '/',
    '/changes',
    '/search?q=Dy',
    '/api/v1/status?material=Dy&form=metal&on=2025-11-08',
    '/admin/sign-in',
  ]) {
    const answer = await page.request.get(address)
    expect([address, answer.headers()['set-cookie']]).toEqual([address, undefined])
  }
  await signIn(page, 'ana')
  for (const address of ['/admin', '/admin/account', '/admin/drafts']) {
    const answer = await page.request.get(address)
    const { 'referrer-policy': referrer, 'cache-control': kept = '', ...head } = answer.headers()
    expect([answer.status(), referrer, lackingOfPages(head)]).toEqual([200, 'same-origin', []])
    expect(kept).toContain('no-store')
  }
  expect(
    (await context.cookies()).map(({ name, path, httpOnly, sameSite }) => ({ name, path, httpOnly, sameSite })),
  ).toEqual(
    ['sluice.session_token', 'sluice.device'].map((name) => ({
      name,
      path: '/admin',
      httpOnly: true,
      sameSite: 'Lax',
    })),
  )
  const [request] = await Promise.all([page.waitForRequest('**/'), page.getByRole('link', { name: 'Sluice' }).click()])
  expect((await request.allHeaders())['cookie']).toBeUndefined()
})

test('nothing of the sign-in library is answered but the way back from an organisation', async ({ request }) => {
  const paths = [
    'sign-in/email',
    'sign-up/email',
    'get-session',
    'callback/organisation',
    'list-sessions',
    'ok',
    'error',
  ]
  for (const path of paths) {
    expect([path, (await request.get(`/admin/auth/${path}`)).status()]).toEqual([path, 404])
    expect([path, (await request.post(`/admin/auth/${path}`, { data: {} })).ok()]).toEqual([path, false])
  }
})

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function setUpSecondFactor(page: Page, link: string): Promise<string> {
  await page.goto(new URL('/admin/account', link).href)
  const factor = page.getByRole('region', { name: 'Second factor' })
  await factor.getByLabel('Password').fill(PASSWORD)
  await factor.getByRole('button', { name: 'Set up a second factor' }).click()
  await expect(factor.getByRole('img', { name: 'Code to scan' })).toBeVisible()
  const secret = await factor.locator('code').innerText()
  await factor.getByLabel('Code', { exact: true }).fill('000000')
  await factor.getByRole('button', { name: 'Put it in force' }).click()
  await expect(factor.getByRole('alert')).toContainText('not right')
  expect(await factor.locator('code').innerText()).toBe(secret)
  await factor.getByLabel('Code', { exact: true }).fill(codeNow(secret))
  await factor.getByRole('button', { name: 'Put it in force' }).click()
  await expect(page.getByText('Your second factor is in force.')).toBeVisible()
  return secret
}
