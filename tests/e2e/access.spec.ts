import type { Locator, Page } from '@playwright/test'
import { violationsOn } from './support/axe'
import { focused, pressUntil, wrongStopsOn } from './support/keyboard'
import { matrixOn } from './support/matrix'
import { expect, test } from './support/quiet'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** The names that a screen reader says of the cells of a row, or of the links in it, one after the other. */
async function saidIn(row: Locator, role: 'cell' | 'link'): Promise<readonly string[]> {
  const tree = await row.ariaSnapshot()
  return [...tree.matchAll(new RegExp(`^ *- '?${role} "(.*?)"'?:?$`, 'gm'))].map(([, name = '']) => name)
}

test.describe('a screen reader says of a matrix', () => {
  for (const [language, row, cells] of [
    [
      '',
      /^Dy Dysprosium/,
      [
        'Actually open? licence all 7 listed forms',
        'Metal: licence',
        'Alloy: licence 2 listed · unverified',
        'Oxide: licence',
      ],
    ],
    [
      '',
      /^Ho Holmium/,
      [
        'Actually open? paused before effect all 10 listed forms',
        'Metal: paused before effect until 10 Nov 2026',
        'Alloy: paused before effect until 10 Nov 2026 3 listed',
        'Oxide: paused before effect until 10 Nov 2026',
      ],
    ],
    [
      '/zh',
      /^Dy 镝/,
      ['实际开放吗？ 须许可 全部 7 种列明形态', '金属： 须许可', '合金： 须许可 列明 2 条 · 未核实', '氧化物： 须许可'],
    ],
    [
      '/zh',
      /^Ho 钬/,
      [
        '实际开放吗？ 暂停实施 未曾生效 全部 10 种列明形态',
        '金属： 暂停实施 未曾生效 至2026年11月10日',
        '合金： 暂停实施 未曾生效 至2026年11月10日 列明 3 条',
        '氧化物： 暂停实施 未曾生效 至2026年11月10日',
      ],
    ],
  ] as const) {
    test(`${cells[1]}`, async ({ page }) => {
      await page.goto(`${language}/r/1/2025-11-08/matrix`)
      const said = await saidIn(page.getByRole('main').getByRole('row', { name: row }).first(), 'cell')
      expect(said.slice(0, cells.length)).toEqual(cells)
      for (const one of said) expect(one, 'a cell that says nothing').toMatch(/\p{L}{2}/u)
    })
  }
})

test.describe('a screen reader says of a timeline', () => {
  for (const [language, row, stretches] of [
    [
      '',
      /^Metal/,
      [
        'Metal',
        'Metal: announced, from 9 October 2025, last day 6 November 2025, first day after 7 November 2025',
        'Metal: paused before effect, from 7 November 2025, last day 10 November 2026, first day after 11 November 2026',
        'Metal: pause ended, not verified, from 11 November 2026, no end dated',
      ],
    ],
    [
      '/zh',
      /^金属/,
      [
        '金属',
        '金属：已公布未生效，自2025年10月9日起，最后一日为2025年11月6日，次日为2025年11月7日',
        '金属：未生效即暂停，自2025年11月7日起，最后一日为2026年11月10日，次日为2026年11月11日',
        '金属：暂停期已过，未经核实，自2026年11月11日起，未定终止日',
      ],
    ],
  ] as const) {
    test(`every stretch of ${row} with its status and its days`, async ({ page }) => {
      await page.goto(`${language}/r/1/2026-11-22/materials/Ho`)
      const lane = page.locator('.timeline').first().getByRole('row', { name: row }).first()
      expect(await saidIn(lane, 'link')).toEqual(stretches)
    })
  }
})

test.describe('the Tab key goes through the text in its order, and shows where it is:', () => {
  for (const address of [
    '/',
    '/materials/Dy',
    '/check',
    '/calendar',
    '/claims',
    '/evidence',
    '/compare',
    '/regimes',
    '/zh',
    '/search?q=dysprosium',
  ]) {
    test(address, async ({ page }) => {
      await page.goto(address)
      await page.keyboard.press('Tab')
      await expect(focused(page)).toHaveAttribute('href', /^#/) // the way past the header
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      expect(await wrongStopsOn(page, 50)).toEqual([])
    })
  }
})

test.describe('with the keyboard alone', () => {
  const main = (page: Page) => page.getByRole('main')

  test('a product is checked', async ({ page }) => {
    await page.goto('/check')
    const field = main(page).getByLabel('Customs or item code')
    await pressUntil(page, 'Tab', field)
    await page.keyboard.type('2805301910')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/check\/code\/2805301910/)
    await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible()
  })

  for (const [what, address, link, leads] of [
    ['an entry of the calendar leads to its instrument', '/calendar', 'a[href*="/instruments/"]', /\/instruments\//],
    ['a claim is opened', '/claims', 'a[href*="/claims/"]', /\/claims\/[^/]+$/],
    ['a series is opened', '/evidence', 'a[href*="/evidence/"]', /\/evidence\/[^/]+$/],
  ] as const) {
    test(what, async ({ page }) => {
      await page.goto(address)
      await pressUntil(page, 'Tab', main(page).locator(link).first())
      await expect(focused(page)).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(leads)
    })
  }
})

test('the palette has nothing that axe objects to, keeps the keyboard inside, and gives it back', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix')
  const button = page.getByRole('button', { name: 'Commands' })
  await pressUntil(page, 'Tab', button)
  await page.keyboard.press('Enter')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await page.keyboard.type('dysprosium')
  await expect(palette.getByRole('option').first()).toBeVisible()
  expect(await violationsOn(page, { wholly: true })).toEqual([])
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    const isOutside = await focused(page).evaluateAll(([now]) => now !== undefined && now.closest('dialog') === null)
    expect(isOutside, `stop ${stop}`).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await expect(button).toBeFocused()
})

test('a form with a mistake has nothing that axe objects to, and says at the field what is wrong', async ({ page }) => {
  await page.goto('/check?material=Dy&share=101&to=EU')
  expect(await violationsOn(page, { wholly: true })).toEqual([])
  expect(await matrixOn(page).count()).toBe(0)
})

test('nothing is kept in the browser of whoever reads', async ({ page, context }) => {
  for (const address of [
    '/',
    '/check',
    '/evidence',
    '/search?q=dysprosium',
    '/r/1/2025-11-08/matrix',
    '/about/privacy',
  ]) {
    await page.goto(address)
    await page.waitForLoadState('load')
  }
  await page.goto('/r/1/2025-11-08/matrix')
  await page.getByRole('button', { name: 'Commands' }).press('Enter')
  await page.keyboard.type('dysprosium')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  expect(await context.cookies()).toEqual([])
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: 'caches' in window ? await caches.keys() : [],
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }))
  expect(kept).toEqual({ local: {}, session: {}, databases: [], caches: [], workers: 0 })
})
