import type { Page } from '@playwright/test'
import { cellOf, cellsByApi, cellsOnPage, matrixOn } from './support/matrix'
import { expect, test } from './support/quiet'
import { wordOf } from './support/words'

/** Questions whose pages must say what the API says: address of the page, query of the API. */
const QUESTIONS = [
  ['2025-04-03', '/r/1/2025-04-03/matrix', 'rev=1&on=2025-04-03'],
  ['2025-04-04', '/r/1/2025-04-04/matrix', 'rev=1&on=2025-04-04'],
  ['2025-10-09', '/r/1/2025-10-09/matrix', 'rev=1&on=2025-10-09'],
  [
    '2025-11-08, known by 20 October',
    '/r/1/2025-11-08/known/2025-10-20/matrix',
    'rev=1&on=2025-11-08&known=2025-10-20',
  ],
  ['2025-12-01, every material', '/r/1/2025-12-01/scope/all/matrix', 'rev=1&on=2025-12-01&scope=all'],
  ['2026-11-10', '/r/1/2026-11-10/matrix', 'rev=1&on=2026-11-10'],
  ['2026-11-11, military use', '/r/1/2026-11-11/use/military/matrix', 'rev=1&on=2026-11-11&use=military'],
  ['2027-01-15', '/r/1/2027-01-15/matrix', 'rev=1&on=2027-01-15'],
] as const

for (const [name, address, query] of QUESTIONS) {
  test(`the page and the API give one answer: ${name}`, async ({ page, request }) => {
    await page.goto(address)
    const shown = await cellsOnPage(matrixOn(page))
    const cells = await cellsByApi(request, query)
    const apart = cells
      .map((cell) => ({
        place: `${cell.material}/${cell.form}`,
        word: wordOf(cell),
        words: cellOf(shown, cell.material, cell.form),
      }))
      .filter(({ word, words }) => words === undefined || !words.toLowerCase().includes(word.toLowerCase()))

    expect(apart).toEqual([])
    expect(cells.length).toBeGreaterThan(80)
  })
}

test('the front page answers for today what the API answers for today', async ({ page, request }) => {
  await page.goto('/')
  const shown = await cellsOnPage(matrixOn(page))
  const cells = await cellsByApi(request, '')
  const apart = cells.filter((cell) => !cellOf(shown, cell.material, cell.form)?.toLowerCase().includes(wordOf(cell)))

  expect(apart).toEqual([])
})

test('the sentence on top counts what the table shows', async ({ page }) => {
  await page.goto('/r/1/2026-11-22/matrix')
  const main = page.getByRole('main')

  // The record as it stands on that day: La, Ce, Pr, Nd, Pm open; seven of April 2025 licensed; five whose pause has ended.
  await expect(main).toContainText('On 22 November 2026, of 17 rare earths')
  await expect(main).toContainText('5 are open in every form')
  await expect(main).toContainText('7 need a licence in every listed form')
  await expect(main).toContainText('5 are unclear: the pause has ended and nobody has verified what followed')
})

test('between 6 and 7 November 2025 the October rules go from published to paused before they ever applied', async ({
  page,
}) => {
  await page.goto('/r/1/2025-11-06/matrix')
  const before = await cellsOnPage(matrixOn(page))
  await page.goto('/r/1/2025-11-07/matrix')
  const after = await cellsOnPage(matrixOn(page))

  expect(cellOf(before, 'Ho', 'metal')).toContain('announced')
  expect(cellOf(after, 'Ho', 'metal')).toContain('paused before effect')
  // The April rules were never touched.
  expect(cellOf(before, 'Dy', 'metal')).toContain('licence')
  expect(cellOf(after, 'Dy', 'metal')).toContain('licence')
})

test('a known day before the suspension gives the law as it looked then', async ({ page }) => {
  await page.goto('/r/1/2025-12-01/known/2025-10-20/matrix')
  expect(cellOf(await cellsOnPage(matrixOn(page)), 'Ho', 'metal')).toContain('licence')

  await page.goto('/r/1/2025-12-01/matrix')
  expect(cellOf(await cellsOnPage(matrixOn(page)), 'Ho', 'metal')).toContain('paused')
})

for (const clock of ['2019-06-01T00:00:00Z', '2031-06-01T00:00:00Z']) {
  test(`a reader whose clock says ${clock.slice(0, 4)} reads the same page`, async ({ page, browser, baseURL }) => {
    const told = await toldBy(page)

    const context = await browser.newContext({ baseURL: baseURL ?? '', timezoneId: 'Pacific/Kiritimati' })
    const other = await context.newPage()
    await other.clock.setFixedTime(new Date(clock))
    const toldThere = await toldBy(other)
    await context.close()

    expect(toldThere).toBe(told)
  })
}

/** All that the front page says once its scripts have run. */
async function toldBy(page: Page): Promise<string> {
  await page.goto('/')
  await expect(page.getByRole('status')).toContainText('Showing')
  return page.getByRole('main').innerText()
}
