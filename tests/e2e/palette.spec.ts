import type { Page } from '@playwright/test'
import { expect, test } from './support/quiet'

const paletteOn = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' })
const boxOn = (page: Page) => paletteOn(page).getByRole('combobox')
const chosenOn = (page: Page) => paletteOn(page).getByRole('option', { selected: true })

/** Goes to a page, and waits until its keys are listened to. */
async function ready(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Commands' })).toBeVisible()
}

test('the palette is fetched when it is asked for, finds what is misspelt, and opens the first line with Enter', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await ready(page, '/r/1/2025-11-08/about')
  await page.waitForLoadState('networkidle')
  const before = fetched.length
  await page.keyboard.press('/')
  await expect(boxOn(page)).toBeFocused()
  expect(fetched.slice(before).filter((url) => url.endsWith('.js'))).not.toEqual([])

  await page.keyboard.type('dysprosum')
  await expect(chosenOn(page)).toContainText('Dysprosium')
  await expect(paletteOn(page).getByRole('status')).toHaveText(/^\d+ found$/)
  const chosen = await chosenOn(page).getAttribute('id')
  await expect(boxOn(page)).toHaveAttribute('aria-activedescendant', chosen ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(boxOn(page)).not.toHaveAttribute('aria-activedescendant', chosen ?? '')
  await page.keyboard.press('Home')
  await expect(boxOn(page)).toHaveAttribute('aria-activedescendant', chosen ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/materials\/Dy$/)
})

test('Enter pressed before the answer is there opens what the whole text finds', async ({ page }) => {
  await ready(page, '/about')
  await page.keyboard.press('Control+k')
  await expect(boxOn(page)).toBeFocused()
  await page.keyboard.type('61/2025')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/instruments\/cn-2025-61$/)
})

test('a day and a destination ask the page otherwise; Escape closes and gives the keyboard back', async ({ page }) => {
  await ready(page, '/r/1/2025-11-08/regimes')
  const button = page.getByRole('button', { name: 'Commands' })
  await button.focus()
  await page.keyboard.press('Enter')
  await boxOn(page).fill('to us')
  await expect(chosenOn(page)).toHaveText('This page for exports to US')
  await page.keyboard.press('Escape')
  await expect(paletteOn(page)).toBeHidden()
  await expect(button).toBeFocused()

  await page.keyboard.press('Enter')
  await boxOn(page).fill('2025-10-09')
  await expect(chosenOn(page)).toHaveText('This page on 2025-10-09')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/r\/1\/2025-10-09\/regimes$/)
})

test('the keys leave whoever types alone, and can be turned off', async ({ page }) => {
  await ready(page, '/about')
  const search = page.getByRole('search').getByRole('searchbox')
  await search.fill('a')
  await page.keyboard.press('/')
  await expect(search).toHaveValue('a/')
  await expect(paletteOn(page)).toBeHidden()

  await page.getByRole('button', { name: 'Commands' }).click()
  await paletteOn(page)
    .getByRole('option', { name: /Ctrl K off/ })
    .click()
  await expect(paletteOn(page).getByRole('status')).toContainText('The keys are off')
  await page.keyboard.press('Escape')
  await page.locator('h1').click()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('/')
  await expect(paletteOn(page)).toBeHidden()
})

test('a search that is refused says why with its status, and keeps what was typed', async ({ page, request }) => {
  for (const address of ['/search?q=Dy&q=Ho', `/search?q=${'Dy'.repeat(61)}`]) {
    expect((await page.goto(address))?.status()).toBe(400)
    await expect(page.getByRole('search').getByRole('searchbox')).toHaveValue(/^Dy/)
  }
  expect((await request.get(`/api/palette?q=${'a'.repeat(121)}`)).status()).toBe(400)
})
