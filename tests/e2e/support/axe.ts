import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'
import { newColoursOn } from './colours'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Beside the standard, what axe calls good practice: landmarks, heading order, one h1. */
const EVERYTHING: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** The rules that can tell one theme from another. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

/** The colours of texts on their grounds that axe has found nothing against in this process. */
const fine = new Set<string>()

/**
 * What axe objects to on the page as it stands, light and dark: one line per element, `theme: rule: selector: why`.
 *
 * In the light, axe looks at everything. In the dark, other colours stand in the same places: they are many texts of few
 * sorts, and a sort that axe found fine on one page is not looked at again on the next.
 * The script goes in by the debugger, not by a tag: the page's own Content-Security-Policy stays as strict as it is.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await run(page, EVERYTHING)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await newColours(page)
  return [...light.map((violation) => `light: ${violation}`), ...dark.map((violation) => `dark: ${violation}`)]
}

/** What axe objects to of the colours that stand on the page now, without those known to be fine. */
async function newColours(page: Page): Promise<readonly string[]> {
  const found = await newColoursOn(page, [...fine])
  if (found.length === 0) return []
  const violations = await run(page, COLOURS, '[data-new-colours]')
  if (violations.length === 0) for (const colours of found) fine.add(colours)
  return violations
}

/** @param within the elements to look at, and of what is inside of them only such; without it, the whole page. */
async function run(page: Page, options: RunOptions, within?: string): Promise<readonly string[]> {
  const results = await page.evaluate(
    ([asked, selector]) => {
      const chosen = selector === undefined ? [] : [...document.querySelectorAll(selector)]
      const rest = chosen.flatMap(({ children }) => [...children].filter((child) => !child.matches(selector ?? '*')))
      const context = selector === undefined ? document : { include: chosen, exclude: rest }
      const { axe } = window as unknown as {
        axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> }
      }
      return axe.run(context as ElementContext, asked).then(({ violations }) => ({ violations }))
    },
    [options, within] as const,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  )
}
