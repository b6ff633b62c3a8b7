import { violationsOn } from './support/axe'
import { matrixOn, proofLinksIn } from './support/matrix'
import { expect, test } from './support/quiet'

test.describe.configure({ timeout: 60_000 })
test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('a matrix in use has nothing that axe objects to: proof open, rows filtered, folds unfolded', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix')
  await page.getByText('Filter the rows').press('Enter')
  await page.getByRole('group', { name: 'Group' }).getByRole('checkbox', { name: 'heavy' }).press('Space')
  const row = matrixOn(page).getByRole('row', { name: /Holmium/ })
  await proofLinksIn(row, /paused/)
    .first()
    .press('Enter')
  await expect(matrixOn(page).getByRole('article')).toBeVisible()
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })

  expect(await violationsOn(page, { wholly: true })).toEqual([])
})

test('a matrix of cards on a narrow screen has nothing that axe objects to', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/r/1/2025-11-08/matrix')
  expect(await violationsOn(page, { wholly: true })).toEqual([])
})
