import type { Page } from '@playwright/test'
import { test } from './support/editors'
import { expect } from './support/quiet'

const FOREIGN = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
]

test.describe('without JavaScript, as the fields of a form are sent', () => {
  test.use({ javaScriptEnabled: false })

  test('a form of another site asks no action, and changes nothing', async ({ as, editors }) => {
    const page = await as('ana')
    await page.goto('/admin/account')
    const fields = { ...(await hiddenFieldsOf(page)), name: 'Ana Editor', publicName: '' }
    const send = (headers: Record<string, string>, publicName: string) =>
      page.request.post('/admin/account', { headers, multipart: { ...fields, publicName }, maxRedirects: 0 })
    const publicName = async () => {
      await page.goto('/admin/account')
      return page.getByLabel('Public name').inputValue()
    }

    for (const headers of FOREIGN) {
      const answer = await send(headers, 'Changed from elsewhere')
      expect([answer.status(), await answer.text()]).toEqual([
        403,
        'This form was sent by another site. Nothing was changed.',
      ])
    }
    expect(await publicName()).toBe('')
    // The same form from here does its work: what was refused is what would have changed the name.
    expect((await send({ origin: editors.address }, 'Ana of Sluice')).status()).toBe(303)
    expect(await publicName()).toBe('Ana of Sluice')
    expect((await send({ origin: editors.address }, '')).status()).toBe(303)
  })
})

test('the log tells in words what was done, and is narrowed by them', async ({ as }) => {
  const page = await as('ada')
  await page.goto('/admin/audit')
  await page.getByLabel('Act').selectOption({ label: 'Signed in' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/act=session\.signed-in/)
  const acts = await page.locator('tbody tr td:nth-child(4)').allInnerTexts()
  expect(new Set(acts)).toEqual(new Set(['Signed in']))
  await expect(page.locator('tbody time').first()).toHaveText(/ UTC$/)
})

/** What the form about names carries unseen: which action is meant. */
async function hiddenFieldsOf(page: Page): Promise<Record<string, string>> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Save names' }) })
  const fields = await form
    .locator('input[type=hidden]')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value') ?? '']))
  return Object.fromEntries(fields)
}
