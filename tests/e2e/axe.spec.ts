import { violationsOn } from './support/axe'
import { matrixOn } from './support/matrix'
import { PAGES, REFUSALS } from './support/pages'
import { expect, test } from './support/quiet'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    for (const { name, address } of [...PAGES, ...REFUSALS]) {
      test(`${name} has nothing that axe objects to`, async ({ page }) => {
        await page.goto(address)
        expect(await violationsOn(page)).toEqual([])
      })
    }

    test('a matrix in use has nothing that axe objects to: a proof open, rows filtered, every fold unfolded', async ({
      page,
    }) => {
      await page.goto('/r/1/2025-11-08/matrix')
      await page.getByText('Filter the rows').press('Enter')
      await page.getByRole('group', { name: 'Group' }).getByRole('checkbox', { name: 'heavy' }).press('Space')
      await matrixOn(page)
        .getByRole('row', { name: /Holmium/ })
        .getByRole('link', { name: /paused/ })
        .first()
        .press('Enter')
      await expect(matrixOn(page).getByRole('article')).toBeVisible()
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })

      expect(await violationsOn(page)).toEqual([])
    })
  })
}
