import { violationsOn } from './support/axe'
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
  })
}
