import type { Locator, Page } from '@playwright/test'
import { matrixOn } from './support/matrix'
import { expect, test } from './support/quiet'

/** Where the keyboard stands. */
function focused(page: Page): Locator {
  return page.locator(':focus')
}

/** Presses a key until the keyboard stands on a target; fails when it never gets there. */
async function pressUntil(page: Page, key: string, target: Locator, atMost = 400): Promise<void> {
  for (let presses = 0; presses < atMost; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  expect(await focused(page).innerText(), `${key} never led to ${target}`).toBe('')
}

function cellIn(page: Page, row: RegExp, word: RegExp): Locator {
  return matrixOn(page).getByRole('row', { name: row }).getByRole('link', { name: word }).first()
}

test.describe('the matrix by keyboard alone', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/r/1/2025-11-08/matrix')
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
    await pressUntil(page, 'Tab', cell)
    await page.keyboard.press('Enter')

    await expect(cell).toHaveAttribute('aria-expanded', 'true')
    const proof = page.getByRole('region', { name: /^Proof/ })
    await expect(proof).toContainText('No. 57 of 2025')
    const rows = await matrixOn(page).evaluate((table) => {
      const all = [...(table as HTMLTableElement).rows]
      return {
        cell: all.findIndex((row) => row.querySelector('[aria-expanded="true"]') !== null),
        proof: all.findIndex((row) => row.textContent?.includes('Close the proof') === true),
      }
    })
    expect(rows.proof).toBe(rows.cell + 1)

    await page.keyboard.press('Escape')
    await expect(proof).toBeHidden()
    await expect(cell).toBeFocused()
    await expect(cell).toHaveAttribute('aria-expanded', 'false')
  })

  test('opening another cell closes the first', async ({ page }) => {
    const first = cellIn(page, /Holmium/, /paused/)
    await first.focus()
    await page.keyboard.press('Enter')
    await expect(first).toHaveAttribute('aria-expanded', 'true')

    const second = cellIn(page, /Dysprosium/, /licence/)
    await second.focus()
    await page.keyboard.press('Enter')
    await expect(second).toHaveAttribute('aria-expanded', 'true')
    await expect(first).toHaveAttribute('aria-expanded', 'false')
    await expect(page.getByRole('region', { name: /^Proof/ })).toHaveCount(1)
  })

  test('arrow keys move between cells once the reader has asked for it', async ({ page }) => {
    const cell = cellIn(page, /Dysprosium/, /licence/)
    await cell.focus()
    await page.keyboard.press('ArrowRight')
    await expect(cell).toBeFocused()

    const mode = page.getByRole('checkbox', { name: 'Move between cells with arrow keys' })
    await mode.focus()
    await page.keyboard.press('Space')
    await expect(mode).toBeChecked()
    await cell.focus()
    await page.keyboard.press('ArrowRight')
    await expect(cell).not.toBeFocused()
    const row = await focused(page).evaluate((element) => element.closest('tr')?.textContent)
    expect(row).toContain('Dysprosium')

    await page.keyboard.press('ArrowLeft')
    await expect(cell).toBeFocused()
    await page.keyboard.press('ArrowDown')
    const below = await focused(page).evaluate((element) => element.closest('tr')?.textContent)
    expect(below).not.toContain('Dysprosium')
  })

  test('a filter keeps the rows it names, says how many, and can be lifted', async ({ page }) => {
    const all = await matrixOn(page).getByRole('row').count()
    const filter = page.getByLabel('Some cell is')
    await filter.focus()
    await filter.selectOption({ label: 'paused before effect' })

    await expect(page.getByRole('status')).toContainText(/Showing \d+ of 17 materials/)
    await expect(matrixOn(page).getByRole('rowheader', { name: /Holmium/ })).toBeVisible()
    await expect(matrixOn(page).getByRole('rowheader', { name: /Lanthanum/ })).toBeHidden()

    await page.getByRole('button', { name: /^Lift/ }).first().focus()
    await page.keyboard.press('Enter')
    await expect(matrixOn(page).getByRole('row')).toHaveCount(all)
  })

  test('a filter that leaves nothing says so and offers the way back', async ({ page }) => {
    await page.getByLabel('Some cell is').selectOption({ label: 'prohibited' })
    await expect(page.getByRole('main')).toContainText('No material is left')
    await page.getByRole('button', { name: /^Lift/ }).first().press('Enter')
    await expect(matrixOn(page).getByRole('rowheader', { name: /Dysprosium/ })).toBeVisible()
  })
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

test('a timeline can be walked, each stretch by its own name', async ({ page }) => {
  await page.goto('/r/1/2026-11-22/materials/Ho')
  const stretch = page
    .getByRole('region', { name: /^Timeline of/ })
    .getByRole('link')
    .first()
  await pressUntil(page, 'Tab', stretch)
  await expect(stretch).toHaveAccessibleName(/from \d+ \w+ \d{4}/)
})
