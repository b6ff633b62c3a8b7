import { violationsOn } from './support/axe'
import { expect, test } from './support/quiet'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const ADDRESS = '/r/1/2025-11-08/proof/Ho/metal'

test('a pale text in the dark is found on a page that was fine before, wherever it stands', async ({ page }) => {
  await page.goto(ADDRESS)
  expect(await violationsOn(page)).toEqual([])

  for (const [selector, pale] of [
    ['main h1', 'color: #444'],
    ['main p:last-of-type', 'color: #555'],
    ['main a:not(.button)', 'color: #333; text-decoration: none'],
    ['footer', 'background: #999'],
    ['main', 'opacity: 0.3'],
  ]) {
    await page.goto(ADDRESS)
    await page.evaluate(
      ([chosen, style]) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(`@media (prefers-color-scheme: dark) { ${chosen} { ${style} } }`)
        document.adoptedStyleSheets = [sheet]
      },
      [selector, pale],
    )
    const found = await violationsOn(page)
    expect(found.filter((line) => line.startsWith('dark: ')).length, selector).toBeGreaterThan(0)
    expect(
      found.filter((line) => line.startsWith('light: ')),
      selector,
    ).toEqual([])
  }
})
