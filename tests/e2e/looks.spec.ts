import type { Page } from '@playwright/test'
import { proofLinksIn, untilItOpens } from './support/matrix'
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
  const KNOWN = '/r/1/2025-11-08/known/2025-11-01'

  for (const [name, path, most] of [
    ['a matrix', `${KNOWN}/matrix`, 1],
    ['a proof', `${KNOWN}/proof/Ho/metal`, 3],
    ['an element', `${KNOWN}/materials/Ho`, 9],
  ] as const) {
    test(`${name} carries both days, the revision and its address`, async ({ page }) => {
      await page.goto(path)
      expect(await printedOn(page)).toContain(path)
      await expect(page.getByRole('search')).toBeHidden() // what only works on a screen is not printed
      expect(await sheetsOf(page, 'A4')).toBeLessThanOrEqual(most)
    })
  }

  test('the front page fits one sheet of either size, with its briefing and all 17 rare earths', async ({ page }) => {
    await page.goto('/r/1/2026-11-22/matrix')
    for (const format of ['A4', 'Letter'] as const) expect(await sheetsOf(page, format)).toBe(1)
    await page.emulateMedia({ media: 'print' })
    const main = page.getByRole('main')
    await expect(main.getByRole('rowheader')).toHaveCount(17)
    await expect(main.getByRole('region', { name: 'Briefing' }).getByRole('heading')).toHaveText([
      'What changed last',
      'What has fallen due without news',
      'Claimed, with no instrument',
      'What comes next',
      'Shipments against law',
    ])
    for (const shown of ['No instrument on file after 55 days', '10 Jan 2027']) await expect(main).toContainText(shown)
    await expect(main.getByRole('img', { name: /dysprosium/i })).toBeVisible()
  })

  test('a frozen matrix carries its id too, on paper of either size', async ({ page, request }) => {
    const frozen = await request.post('/s', { form: { address: `${KNOWN}/matrix` }, maxRedirects: 0 })
    const address = frozen.headers()['location'] ?? ''
    await page.goto(address)
    const printed = await printedOn(page)
    for (const text of ['Frozen view.', `Address of this snapshot: ${address}`]) expect(printed).toContain(text)
    for (const format of ['A4', 'Letter'] as const) expect(await sheetsOf(page, format)).toBeLessThanOrEqual(8)
  })

  /** What is printed, after a look at its days and its revision. `innerText` leaves out what the print styles hide. */
  async function printedOn(page: Page): Promise<string> {
    await page.emulateMedia({ media: 'print' })
    const printed = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))
    for (const text of ['8 November 2025', '1 November 2025', 'revision 1']) expect(printed).toContain(text)
    return printed
  }

  /** How many sheets a page takes; each of them is an object of its own in what the browser prints. */
  async function sheetsOf(page: Page, format: 'A4' | 'Letter'): Promise<number> {
    const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type \/Page\b(?!s)/g)
    expect(sheets).not.toBeNull()
    return sheets?.length ?? 0
  }
})

test('an open proof leaves the matrix as wide as it was', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/r/1/2026-11-22/matrix')
  const table = page.getByRole('main').getByRole('table').first()
  const before = await table.boundingBox()

  await untilItOpens(page)
  await proofLinksIn(table, /pause ended/)
    .nth(1)
    .click()
  await expect(table.getByRole('article')).toBeVisible()

  expect((await table.boundingBox())?.width).toBe(before?.width)
})
