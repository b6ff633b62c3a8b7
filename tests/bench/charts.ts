import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { chromium } from '@playwright/test'
import { browserOptions } from '../support/browser'
import type { Subject } from './subject'

/** Pages with a chart: one that shows it at once, and one that folds it away. */
const PAGES = { series: '/r/1/2026-11-22/evidence/magnets-us', material: '/r/1/2026-11-22/materials/Dy' } as const

export const charts: Subject = {
  name: 'charts',
  tells: 'JavaScript of pages with charts, bytes compressed with gzip',
  run: async (served) => ({ table: await bytesOfCharts((await served()).address) }),
}

/**
 * Bytes of JavaScript that a page loads, compressed with gzip: before any of its charts is looked at, once one is, and how
 * much came with the chart.
 */
async function bytesOfCharts(address: string) {
  const browser = await chromium.launch(await browserOptions())
  try {
    return {
      'a series': await scriptsOf(browser, address + PAGES.series),
      'a material': await scriptsOf(browser, address + PAGES.material),
    }
  } finally {
    await browser.close()
  }
}

async function scriptsOf(browser: Browser, address: string) {
  // No chart is in sight of a window this low: the page ends its first screen above it.
  const page = await browser.newPage({ viewport: { width: 1280, height: 40 } })
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    scripts.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    )
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const before = await sum(scripts)
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details.series')) folded.setAttribute('open', '')
  })
  await page.locator('.chart-plot').first().scrollIntoViewIfNeeded()
  await page.locator('.recharts-surface').first().waitFor()
  const shown = await sum(scripts)
  await page.close()
  return { before, shown, gained: shown - before }
}

async function sum(parts: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(parts)).reduce((all, bytes) => all + bytes, 0)
}
