import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'
import { newColoursOn } from './colours'
import { smallTargetsOn } from './targets'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Beside the standard, what axe calls good practice: landmarks, heading order, one h1. */
const EVERYTHING: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** The rules that can tell one theme from another. */
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: OF_COLOURS }, resultTypes: ['violations'] }

/** Those besides that ask what lies over what at every point of the page: most of what looking at everything costs. */
const TARGETS = 'target-size'

const NO_POINTS: RunOptions = {
  ...EVERYTHING,
  rules: Object.fromEntries([...OF_COLOURS, TARGETS].map((rule) => [rule, { enabled: false }])),
}

/** The colours of texts on their grounds that axe has found nothing against in this process. */
const fine = new Set<string>()

/**
 * What axe objects to on the page as it stands, light, dark and in the few colours that a reader forces on it: one line per
 * element, `theme: rule: selector: why`.
 *
 * Colours are many texts of few sorts, and a sort that axe found fine on one page is not looked at again on the next; how
 * large targets are, `smallTargetsOn` measures with far less work. `wholly` has axe look at all of both, in the light.
 * The script goes in by the debugger, not by a tag: the page's own Content-Security-Policy stays as strict as it is.
 */
export async function violationsOn(page: Page, { wholly = false } = {}): Promise<readonly string[]> {
  await page.evaluate(source)
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  const light = await run(page, wholly ? EVERYTHING : NO_POINTS)
  if (!wholly) light.push(...(await newColours(page)), ...(await smallTargetsOn(page)))
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await newColours(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const forced = await newColours(page)
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return Object.entries({ light, dark, forced }).flatMap(([theme, all]) => all.map((one) => `${theme}: ${one}`))
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
async function run(page: Page, options: RunOptions, within?: string): Promise<string[]> {
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
