import type { Page } from '@playwright/test'
import { proofLinksIn } from './support/matrix'
import { differenceOf, type Grey, greyOf } from './support/pixels'
import { expect, test } from './support/quiet'
import { wordsOf } from './support/words'

/** Every word that a cell can show, in the catalogue's order. */
const WORDS = [...Object.values(wordsOf('status')['cell'] ?? {}), String(wordsOf('status')['pausedBeforeEffect'])]

/** The drawn shape beside each status word in the method's list of words, without its colours. */
async function shapesOn(page: Page): Promise<ReadonlyMap<string, Grey>> {
  await page.goto('/about')
  const shapes = new Map<string, Grey>()
  for (const word of WORDS) {
    // A shape is hidden from assistive technology, so it has no role: it is found as the drawing inside the status mark.
    const mark = page
      .getByRole('main')
      .locator('.status')
      .filter({ has: page.getByText(word, { exact: true }) })
      .first()
    shapes.set(word, greyOf(await mark.locator('svg').screenshot()))
  }
  return shapes
}

/** Pairs of statuses whose shapes are too much alike, and shapes that show nothing at all. */
function confusable(shapes: ReadonlyMap<string, Grey>): readonly string[] {
  const all = [...shapes]
  return all.flatMap(([word, shape], index) =>
    all
      .slice(index + 1)
      .map(([other, its]) => ({ pair: `${word} / ${other}`, share: differenceOf(shape, its) }))
      .filter(({ share }) => share < 0.12)
      .map(({ pair, share }) => `${pair}: ${(share * 100).toFixed(1)} % of the points differ`),
  )
}

test.describe('without colours', () => {
  test.use({ deviceScaleFactor: 4 })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every status keeps a shape of its own in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      expect(confusable(await shapesOn(page))).toEqual([])
    })
  }

  test('every status keeps a shape of its own when the reader forces colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    const shapes = await shapesOn(page)

    expect(confusable(shapes)).toEqual([])
    expect(shapes.size).toBe(11)
  })

  test('every status keeps a shape of its own on paper', async ({ page }) => {
    await page.emulateMedia({ media: 'print' })
    expect(confusable(await shapesOn(page))).toEqual([])
  })
})

test.describe('on paper', () => {
  for (const [name, path] of [
    ['a matrix', '/r/1/2025-11-08/known/2025-11-01/matrix'],
    ['a proof', '/r/1/2025-11-08/known/2025-11-01/proof/Ho/metal'],
    ['an element', '/r/1/2025-11-08/known/2025-11-01/materials/Ho'],
  ] as const) {
    test(`${name} carries both days, the revision and its address`, async ({ page }) => {
      await page.emulateMedia({ media: 'print' })
      await page.goto(path)
      // `innerText` leaves out what the print styles hide.
      const printed = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))

      expect(printed).toContain('8 November 2025')
      expect(printed).toContain('1 November 2025')
      expect(printed).toContain('revision 1')
      expect(printed).toContain(path)
      // What only works on a screen is not printed.
      await expect(page.getByRole('search')).toBeHidden()
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    })
  }
})

test('an open proof leaves the matrix as wide as it was', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/r/1/2026-11-22/matrix')
  const table = page.getByRole('main').getByRole('table').first()
  const before = await table.boundingBox()

  await proofLinksIn(table, /pause ended/)
    .nth(1)
    .click()
  await expect(table.getByRole('article')).toBeVisible()

  expect((await table.boundingBox())?.width).toBe(before?.width)
})
