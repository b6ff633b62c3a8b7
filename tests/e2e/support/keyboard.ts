import type { Locator, Page } from '@playwright/test'
import { expect } from './quiet'

/** Where the keyboard stands. */
export function focused(page: Page): Locator {
  return page.locator(':focus')
}

/** Presses a key until the keyboard stands on a target; fails when it never gets there. */
export async function pressUntil(page: Page, key: string, target: Locator, atMost = 400): Promise<void> {
  for (let presses = 0; presses < atMost; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  expect(await focused(page).innerText(), `${key} never led to ${target}`).toBe('')
}

/**
 * Walks over a page with the Tab key, from its beginning, for so many stops.
 *
 * @returns what is wrong: a stop that does not follow the one before in the text, cannot be seen, or shows no focus.
 */
export async function wrongStopsOn(page: Page, stops: number): Promise<readonly string[]> {
  const wrong: string[] = []
  await page.evaluate(() => {
    ;(window as unknown as { before: Element }).before = document.body
  })
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    const told = await page.evaluate(() => {
      const here = window as unknown as { before: Element }
      const [before, now] = [here.before, document.activeElement]
      if (now === null || now === document.body) return null // past the last one
      here.before = now
      // In a drawing the mark is drawn on the piece, which has no outline of its own.
      const mark = (now instanceof SVGElement ? now.querySelector('.reach') : null) ?? now
      const { outlineStyle, outlineWidth, stroke } = getComputedStyle(mark)
      const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
      const { width, height } = now.getBoundingClientRect()
      const follows = (before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      const faults = [
        follows ? '' : 'comes before the stop before it',
        width > 0 && height > 0 ? '' : 'has no size',
        isOutlined || (mark !== now && stroke !== 'none') ? '' : 'shows no focus',
      ].filter((fault) => fault !== '')
      return faults.map((fault) => `${now.tagName.toLowerCase()} “${now.textContent?.trim().slice(0, 40)}” ${fault}`)
    })
    if (told === null) break
    wrong.push(...told)
  }
  return wrong
}
