import type { Locator, Page } from '@playwright/test'
import { focused, pressUntil } from './support/keyboard'
import { matrixOn, proofLinksIn, untilItOpens } from './support/matrix'
import { expect, test } from './support/quiet'

function cellIn(page: Page, row: RegExp, word: RegExp): Locator {
  return proofLinksIn(matrixOn(page).getByRole('row', { name: row }), word).first()
}

test.describe('the matrix by keyboard alone', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/r/1/2025-11-08/matrix')
    await untilItOpens(page)
  })

  test('the first stop skips the header', async ({ page }) => {
    await page.keyboard.press('Tab')
    await expect(focused(page)).toHaveText('Skip to the page')
    await expect(focused(page)).toBeInViewport()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')

    const isInside = await focused(page).evaluate((element) => element.closest('main') !== null)
    expect(isInside).toBe(true)
  })

  test('a skip link leads past the whole table', async ({ page }) => {
    const skip = page.getByRole('link', { name: 'Skip past the table' })
    await pressUntil(page, 'Tab', skip)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')

    const isAfter = await matrixOn(page).evaluate(
      (table) =>
        (table.compareDocumentPosition(document.activeElement ?? table) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    )
    expect(isAfter).toBe(true)
  })

  test('Enter on a cell opens its proof in a row below, Escape closes it and goes back', async ({ page }) => {
    const cell = cellIn(page, /Holmium/, /paused/)
    await matrixOn(page)
      .getByRole('rowheader', { name: /Holmium/ })
      .getByRole('link')
      .first()
      .focus()
    await pressUntil(page, 'Tab', cell, 20)
    await page.keyboard.press('Enter')

    await expect(cell).toHaveAttribute('aria-expanded', 'true')
    const proof = matrixOn(page).getByRole('article')
    await expect(proof).toContainText('No. 57 of 2025')
    const below = await cell.evaluate(
      (link) => link.closest('tr')?.nextElementSibling?.querySelector('article') !== null,
    )
    expect(below).toBe(true)

    await page.keyboard.press('Escape')
    await expect(proof).toBeHidden()
    await expect(cell).toBeFocused()
    await expect(cell).toHaveAttribute('aria-expanded', 'false')
  })

  test('inside an open proof the keyboard reaches its sources and the button that closes it', async ({ page }) => {
    const cell = cellIn(page, /Holmium/, /paused/)
    await cell.focus()
    await page.keyboard.press('Enter')
    const proof = matrixOn(page).getByRole('article')
    await expect(proof).toBeVisible()
    await pressUntil(page, 'Tab', proof.getByRole('link').first(), 60)

    const close = page.getByRole('button', { name: 'Close the proof' })
    await close.focus()
    await page.keyboard.press('Enter')
    await expect(proof).toBeHidden()
    await expect(cell).toBeFocused()
  })

  test('opening another cell closes the first, and Back opens it again', async ({ page }) => {
    const first = cellIn(page, /Holmium/, /paused/)
    await first.focus()
    await page.keyboard.press('Enter')
    await expect(first).toHaveAttribute('aria-expanded', 'true')

    const second = cellIn(page, /Dysprosium/, /licence/)
    await second.focus()
    await page.keyboard.press('Enter')
    await expect(second).toHaveAttribute('aria-expanded', 'true')
    await expect(first).toHaveAttribute('aria-expanded', 'false')
    await expect(matrixOn(page).getByRole('article')).toHaveCount(1)

    await page.goBack()
    await expect(first).toHaveAttribute('aria-expanded', 'true')
    await page.goBack()
    await expect(matrixOn(page).getByRole('article')).toHaveCount(0)
  })

  test('arrow keys move between cells once the reader has asked for it', async ({ page }) => {
    const cell = cellIn(page, /Dysprosium/, /licence/)
    const mode = page.getByRole('button', { name: 'Move between cells with arrow keys' })
    await expect(mode).toHaveAttribute('aria-pressed', 'false')
    await cell.focus()
    await page.keyboard.press('ArrowRight')
    await expect(cell).toBeFocused()

    await mode.focus()
    await page.keyboard.press('Space')
    await expect(mode).toHaveAttribute('aria-pressed', 'true')
    await cell.focus()
    await page.keyboard.press('ArrowRight')
    await expect(cell).not.toBeFocused()
    expect(await rowOfFocus(page)).toContain('Dysprosium')

    await page.keyboard.press('ArrowLeft')
    await expect(cell).toBeFocused()
    await page.keyboard.press('ArrowDown')
    expect(await rowOfFocus(page)).not.toContain('Dysprosium')
    // The table is one stop now: the next one lies behind it.
    await page.keyboard.press('Tab')
    expect(await matrixOn(page).evaluate((table) => table.contains(document.activeElement))).toBe(false)
  })

  test('a filter keeps the rows it names, says how many, and can be lifted', async ({ page }) => {
    const holmium = matrixOn(page).getByRole('rowheader', { name: /Holmium/ })
    const lanthanum = matrixOn(page).getByRole('rowheader', { name: /Lanthanum/ })
    await expect(page.getByRole('status')).toHaveText('Showing 17 of 17 materials')
    await openFilters(page)
    await page
      .getByRole('group', { name: 'Some cell is' })
      .getByRole('checkbox', { name: /^paused/ })
      .first()
      .press('Space')

    await expect(page.getByRole('status')).toHaveText(/Showing (\d|1[0-6]) of 17 materials/)
    await expect(holmium).toBeVisible()
    await expect(lanthanum).toBeHidden()

    await page.getByRole('button', { name: 'Lift all filters' }).press('Enter')
    await expect(lanthanum).toBeVisible()
    await expect(page.getByRole('status')).toHaveText('Showing 17 of 17 materials')
  })

  test('a filter that leaves nothing is named, and can be lifted', async ({ page }) => {
    await openFilters(page)
    await page.getByRole('group', { name: 'Group' }).getByRole('checkbox', { name: 'light' }).press('Space')
    await page.getByRole('group', { name: 'Some cell is' }).getByRole('checkbox', { name: 'licence' }).press('Space')
    await expect(page.getByRole('status')).toContainText('No material is left')

    await page.getByRole('button', { name: /^Lift this filter/ }).press('Enter')
    await expect(page.getByRole('status')).toContainText(/Showing [1-9]/)
  })
})

/** The words of the row that the keyboard is in. */
async function rowOfFocus(page: Page): Promise<string> {
  return focused(page).evaluate((element) => element.closest('tr')?.textContent ?? '')
}

async function openFilters(page: Page): Promise<void> {
  await page.getByText('Filter the rows').press('Enter')
  await expect(page.getByRole('group', { name: 'Some cell is' })).toBeVisible()
}

test('the address of an open cell opens it again', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix#Dy-metal')
  await expect(matrixOn(page).getByRole('article')).toContainText('No. 18 of 2025')
  await expect(cellIn(page, /Dysprosium/, /licence/)).toHaveAttribute('aria-expanded', 'true')
})

test('every stop of the Tab key on a matrix can be seen and has a name', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix')
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab')
    const seen = await focused(page).evaluate((element) => {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      return {
        what: `${element.tagName} ${element.textContent?.slice(0, 40)}`,
        outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1,
        sized: box.width > 0 && box.height > 0,
      }
    })
    expect(seen, `stop ${stop}`).toMatchObject({ outlined: true, sized: true })
  }
})

test('a timeline can be walked: each stretch says its dates and leads to its day in the list', async ({ page }) => {
  await page.goto('/r/1/2026-11-22/materials/Ho')
  const timeline = page.getByRole('region', { name: /^Timeline of/ })
  const stretch = timeline.getByRole('link', {
    name: /^Metal: paused before effect, from 7 November 2025, last day 10/,
  })
  await pressUntil(page, 'Tab', stretch)
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/#d-2025-11-07$/)
  const day = page
    .getByRole('listitem')
    .filter({ has: page.getByText('7 November 2025', { exact: true }) })
    .first()
  await expect(day).toBeInViewport()
})
