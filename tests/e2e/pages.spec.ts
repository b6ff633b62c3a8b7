import type { APIRequestContext, Page } from '@playwright/test'
import { PAGES, REFUSALS } from './support/pages'
import { expect, test } from './support/quiet'

for (const { name, address, status } of [...PAGES, ...REFUSALS]) {
  test(`${name} answers ${status} with a heading, in silence`, async ({ page }) => {
    const response = await page.goto(address)
    expect(response?.status()).toBe(status)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page).toHaveTitle(/Sluice/)
    // Whatever loads after the page has been read would be noise too.
    await page.waitForLoadState('load')
  })
}

/** Every address of this site that a page links to. */
async function linksOf(page: Page): Promise<readonly string[]> {
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const { origin } = new URL(page.url())
  return links
    .filter((href) => !href.startsWith('#'))
    .map((href) => new URL(href, page.url()))
    .filter((url) => url.origin === origin)
    .map((url) => `${url.pathname}${url.search}`)
}

/** Addresses that do not lead anywhere, with what they answer. */
async function deadAmong(addresses: readonly string[], request: APIRequestContext): Promise<readonly string[]> {
  const answers = await Promise.all(
    addresses.map(async (address) => ({ address, status: (await request.get(address)).status() })),
  )
  return answers.filter(({ status }) => status >= 400).map(({ address, status }) => `${status} ${address}`)
}

test('every link of every kind of page leads somewhere', async ({ page, request }) => {
  test.setTimeout(120_000)
  const links = new Map<string, string>()
  for (const { address } of [...PAGES, ...REFUSALS]) {
    await page.goto(address)
    for (const link of await linksOf(page)) if (!links.has(link)) links.set(link, address)
  }
  // One address of each shape goes a long way: the rest of a shape is sampled evenly.
  const all = [...links.keys()].sort()
  const sample = all.filter((_, index) => index % Math.ceil(all.length / 400) === 0)
  const dead: string[] = []
  for (let at = 0; at < sample.length; at += 8) dead.push(...(await deadAmong(sample.slice(at, at + 8), request)))

  expect(dead.map((line) => `${line} (linked from ${links.get(line.replace(/^\d+ /, ''))})`)).toEqual([])
  expect(sample.length).toBeGreaterThan(100)
})

test('a link inside a page leads to a place that is there', async ({ page }) => {
  for (const { address } of PAGES) {
    await page.goto(address)
    const lost = await page
      .getByRole('link')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => href.startsWith('#') && document.getElementById(href.slice(1)) === null),
      )
    expect(lost, address).toEqual([])
  }
})
