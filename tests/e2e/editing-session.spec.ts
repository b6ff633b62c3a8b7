import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { PASSWORD } from '../support/accounts'
import { keepDraft } from './support/drafts'
import { test } from './support/editors'
import { expect } from './support/quiet'

/** What the form says that was sent too late, and signs in with it. */
async function signInAndSend(page: Page, email: string): Promise<void> {
  await expect(page.locator('.error-summary')).toContainText('Your session has ended.')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in and send' }).click()
  await expect(page.getByLabel('Password')).toHaveValue('')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in and send' }).click()
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a draft described when the session had ended is opened by signing in', async ({ as }) => {
      const page = await as('ana')
      const title = `Described too late ${randomUUID()}`
      await page.goto('/admin/drafts/new')
      await page.getByLabel('Title', { exact: true }).fill(title)
      await page.getByRole('radio', { name: 'We were wrong' }).check()
      await page.getByLabel('Reason', { exact: true }).fill('two\nlines')
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Open the draft' }).click()

      await signInAndSend(page, 'ana@example.org')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('main')).toContainText('We were wrong')
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    })

    test('a comment written when the session had ended is said by signing in, and shows no draft before', async ({
      as,
      editors,
    }) => {
      const page = await as('ana')
      const title = `Commented too late ${randomUUID()}`
      const said = `Said too late ${randomUUID()}`
      const reason = 'A reason.'
      await page.goto(await keepDraft(editors, { by: 'ana', title, kind: 'correction', reason }))
      await page.getByLabel('Say something', { exact: true }).fill(said)
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Say it', exact: true }).click()

      if (!scripts) await expect(page.locator('body')).not.toContainText(title)
      await signInAndSend(page, 'ana@example.org')
      await expect(page.locator('.discussion')).toContainText(said)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    })

    test('what is missing in a form is told beside its field, and the summary leads there', async ({ as }) => {
      const page = await as('ana')
      await page.goto('/admin/drafts/new')
      await page.getByLabel('Title', { exact: true }).fill('A title alone')
      await page.getByRole('button', { name: 'Open the draft' }).click()

      await page.locator('.error-summary').getByRole('link').first().click()
      await expect(page).toHaveURL(/#open-kind$/)
      await expect(page.locator('#open-kind .field-problem')).toBeVisible()
      await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A title alone')
    })
  })
}
