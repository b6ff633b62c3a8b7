import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

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

/**
 * What axe objects to on the page as it stands, light and dark: one line per element, `theme: rule: selector: why`.
 *
 * The script goes in by the debugger, not by a tag: the page's own Content-Security-Policy stays as strict as it is.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(source)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await run(page, EVERYTHING)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await run(page, COLOURS)
  return [...light.map((violation) => `light: ${violation}`), ...dark.map((violation) => `dark: ${violation}`)]
}

async function run(page: Page, options: RunOptions): Promise<readonly string[]> {
  const results = await page.evaluate(
    (asked) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    options,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  )
}
