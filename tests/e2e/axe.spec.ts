import type { Page } from '@playwright/test'
import { violationsOn } from './support/axe'
import { matrixOn } from './support/matrix'
import { PAGES, REFUSALS } from './support/pages'
import { expect, test } from './support/quiet'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** What axe objects to in either theme. */
async function violationsInBothThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violationsOn(page)).map((violation) => `${colorScheme}: ${violation}`))
  }
  return found
}

for (const { name, address } of [...PAGES, ...REFUSALS]) {
  test(`${name} has nothing that axe objects to, light or dark`, async ({ page }) => {
    await page.goto(address)
    expect(await violationsInBothThemes(page)).toEqual([])
  })
}

test('a matrix in use has nothing that axe objects to: proof open, rows filtered, folds unfolded', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix')
  await page.getByText('Filter the rows').press('Enter')
  await page.getByRole('group', { name: 'Group' }).getByRole('checkbox', { name: 'heavy' }).press('Space')
  const row = matrixOn(page).getByRole('row', { name: /Holmium/ })
  await row
    .getByRole('link', { name: /paused/ })
    .first()
    .press('Enter')
  await expect(matrixOn(page).getByRole('article')).toBeVisible()
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })

  expect(await violationsInBothThemes(page)).toEqual([])
})

test('a matrix of cards on a narrow screen has nothing that axe objects to', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/r/1/2025-11-08/matrix')
  expect(await violationsInBothThemes(page)).toEqual([])
})
