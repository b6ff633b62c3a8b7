import type { APIRequestContext, Page } from '@playwright/test'
import { violationsOn } from './support/axe'
import { type Kind, PAGES, REFUSALS } from './support/pages'
import { expect, test } from './support/quiet'
import { cutOffOn, hiddenFocusOn, sidewaysOn, spaceText } from './support/reflow'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** A window of its own costs as much as opening a page in it: so many kinds of page are looked at in one. */
const IN_ONE_WINDOW = 6

for (const kinds of grouped([...PAGES, ...REFUSALS], IN_ONE_WINDOW)) {
  const names = `${kinds[0]?.name} … ${kinds.at(-1)?.name}`
  test(`${names}: each answers as it should, in silence, and whoever reads it in whatever way finds nothing wrong`, async ({
    page,
  }) => {
    for (const kind of kinds) await test.step(kind.name, () => lookAt(page, kind))
  })
}

function grouped<Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] {
  return values.flatMap((_, at) => (at % size === 0 ? [values.slice(at, at + size)] : []))
}

// A page is opened once and looked at from all sides: opening it is most of what such a test costs.
async function lookAt(page: Page, { name, address, status }: Kind): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 })
  const response = await page.goto(address)
  expect(response?.status(), name).toBe(status)
  await expect(page.getByRole('main').getByRole('heading', { level: 1 }), name).toHaveCount(1)
  await expect(page, name).toHaveTitle(/Sluice/)
  // Whatever loads after the page has been read would be noise too.
  await page.waitForLoadState('load')

  expect.soft(await lostLinksOn(page), `${name}: links that lead to no place inside the page`).toEqual([])
  expect.soft(await violationsOn(page), `${name}: what axe objects to, light or dark`).toEqual([])
  expect.soft(await hiddenFocusOn(page), `${name}: what is hidden while it has the focus`).toEqual([])
  // A window of 1440 points at twice the size, and one of 1280 at four times, with the texts set wide apart besides.
  expect.soft(await sidewaysOn(page, 720), `${name}: what sticks out at 200 %`).toEqual([])
  expect.soft(await sidewaysOn(page, 320), `${name}: what sticks out at 400 %`).toEqual([])
  await spaceText(page)
  const wide = [...(await sidewaysOn(page, 320)), ...(await cutOffOn(page))]
  expect.soft(wide, `${name}: what wide texts do not fit in`).toEqual([])
}

/** Links inside a page that lead to a place that is not there. */
async function lostLinksOn(page: Page): Promise<readonly string[]> {
  return page
    .getByRole('link')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => href.startsWith('#') && document.getElementById(href.slice(1)) === null),
    )
}

/** Every address of this site that a page links to, from the page as it is sent. */
async function linksOf(address: string, request: APIRequestContext): Promise<readonly string[]> {
  const html = await (await request.get(address)).text()
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"([^>]*)/g)]
    .filter(([, , others = '']) => !others.includes('rel="alternate"')) // what is refused is refused in the other language too
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith('/'))
    .map((href) => href.replace(/#.*$/, ''))
}

/** Addresses that do not lead anywhere, with what they answer. */
async function deadAmong(addresses: readonly string[], request: APIRequestContext): Promise<readonly string[]> {
  const answers = await Promise.all(
    addresses.map(async (address) => ({ address, status: (await request.get(address)).status() })),
  )
  return answers.filter(({ status }) => status >= 400).map(({ address, status }) => `${status} ${address}`)
}

test('every link of every kind of page leads somewhere', async ({ request }) => {
  const links = new Map<string, string>()
  for (const { address } of [...PAGES, ...REFUSALS]) {
    for (const link of await linksOf(address, request)) if (!links.has(link)) links.set(link, address)
  }
  // Addresses of one shape lead to one route, and values tell by tests of their own that keys exist: an even sample will do.
  const all = [...links.keys()].sort()
  const sample = all.filter((_, index) => index % Math.ceil(all.length / 90) === 0)
  const dead: string[] = []
  for (let at = 0; at < sample.length; at += 8) dead.push(...(await deadAmong(sample.slice(at, at + 8), request)))

  expect(dead.map((line) => `${line} (linked from ${links.get(line.replace(/^\d+ /, ''))})`)).toEqual([])
  expect(sample.length).toBeGreaterThan(75)
})
