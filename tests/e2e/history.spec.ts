import { chain } from '@/lib/db/changes'
import { openDatabase } from '@/lib/db/connection'
import { appendHistory, CLAUSE, GONE, SOURCE, SUSPENSION, TWICE } from '../support/revisions'
import { violationsOn } from './support/axe'
import { test } from './support/editors'
import { expect } from './support/quiet'

/** Every kind of page of history, at the newest revision of this file's own Sluice. */
const PAGES = [
  '/changes',
  '/changes/before/4',
  '/changes/1',
  '/changes/2',
  '/changes/6',
  '/r/7/2026-11-24/changes/2/against/5',
  `/history/provision/${SUSPENSION}`,
  `/history/source/${GONE}`,
  '/r/7/2026-11-24/instruments/cn-2025-70',
]

test.use({ sluice: 'history', contextOptions: { reducedMotion: 'reduce' } })

/** What revision 1 said before anything followed it. */
const asItWas = new Map<string, string>()
const OLD = ['/r/1/2026-11-22/changes', '/r/1/2026-11-22/changes/1', `/r/1/2026-11-22/history/provision/${SUSPENSION}`]

test.beforeAll(async ({ editors }) => {
  for (const path of OLD) asItWas.set(path, await (await fetch(`${editors.address}${path}`)).text())
  const database = openDatabase(editors.databaseUrl)
  if ((await chain(database)).length === 1) {
    await appendHistory(database)
  }
  await database.close()
})

test('the revisions lead to what one changed, and that to every version of the record', async ({ page }) => {
  await page.goto('/changes')
  const row = page.getByRole('row', { name: /Revision 2/ })
  await expect(row).toContainText('Taken back by revision 7')
  await row.getByRole('link', { name: 'Revision 2', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revision 2: The law changed')
  const main = page.getByRole('main')
  await expect(main).toContainText('Last day in force changed from 10 November 2026 to 10 January 2027.')
  await expect(main.getByRole('table')).toContainText('Ho')
  await main.getByRole('link', { name: 'No. 70 of 2025, suspension of No. 57 of 2025' }).click()

  await expect(page).toHaveURL(new RegExp(`/r/7/[\\d-]+/history/provision/${SUSPENSION}$`))
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Revision 7: changed',
    'Revision 3: changed',
    'Revision 2: changed',
    'Revision 1: recorded',
  ])
  await page.getByRole('link', { name: 'The record itself' }).click()
  await expect(page).toHaveURL(new RegExp(`/instruments/cn-2025-70#${SUSPENSION}$`))
})

test('two versions of a record are compared from its history, and two revisions from a revision', async ({ page }) => {
  await page.goto(`/history/provision/${SUSPENSION}`)
  await page.getByLabel('Compare the version of').selectOption('3')
  await page.getByLabel('with that of').selectOption('1')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/changes/3/against/1#provision-${SUSPENSION}$`))
  await expect(page.locator(`#provision-${SUSPENSION}`)).toContainText('30 November 2026')

  await page.goto('/changes/7')
  await page.getByLabel('Compare with revision').fill('2')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page).toHaveURL(/\/changes\/7\/against\/2$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revision 7 against revision 2')
})

test('a revision leads to the cells that differ from the one before it, the first one to none', async ({ page }) => {
  const between = page.getByRole('link', { name: /^Which cells differ between revisions/ })
  await page.goto('/changes/2')
  await expect(between).toHaveAttribute('href', /^\/r\/2\/[\d-]+\/compare\/1\/[\d-]+$/)
  await page.goto('/changes/1')
  await expect(page.getByRole('link', { name: 'Revision 2' })).not.toHaveCount(0)
  await expect(between).toHaveCount(0)
  await page.goto('/compare')
  const last = page.getByRole('link', { name: 'Since the last revision: 7 against the one before it, today' })
  await expect(last).toHaveAttribute('href', /^\/r\/7\/[\d-]+\/compare\/6\/[\d-]+$/)
})

test('what was published in a hurry is overdue on the day after it was due, until it is reviewed', async ({ page }) => {
  await page.goto('/r/3/2026-11-23/changes/3')
  await expect(page.getByRole('main')).toContainText('Another must review it by 23 November 2026.')
  await page.goto('/r/3/2026-11-24/changes')
  await expect(page.getByRole('row', { name: /Revision 3/ })).toContainText('is overdue')
  await page.goto('/r/4/2026-11-24/changes/3')
  await expect(page.getByRole('main')).toContainText('reviewed by another since: revision 4')
})

test('a retired key leads to what took its place, or says why it is gone', async ({ page, request }) => {
  for (const path of [`/sources/${TWICE}`, `/r/7/2026-11-24/to/US/sources/${TWICE}`]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(308)
    expect(answer.headers()['location'], path).toContain(path.replace(TWICE, SOURCE))
  }
  const gone = await page.goto(`/sources/${GONE}`)
  expect(gone?.status()).toBe(410)
  const main = page.getByRole('main')
  await expect(main).toContainText('Nobody can find it.')
  await main.getByRole('link', { name: new RegExp(`/r/5/[\\d-]+/sources/${GONE}$`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A source of the test')
})

test('a search for a retired key finds its history', async ({ page }) => {
  await page.goto(`/search?q=${GONE}`)
  await page.getByRole('main').getByRole('link', { name: GONE }).first().click() // named first, and again in its list
  await expect(page.getByRole('main')).toContainText('Nothing stands under this key any more.')
})

test('a clause stands in its own language beside its gloss', async ({ page }) => {
  await page.goto('/r/7/2026-11-24/instruments/cn-2025-70')
  const clauses = page.getByRole('region', { name: 'The words of the law' })
  await expect(clauses.locator('blockquote[lang="zh-Hans"]')).toHaveText(CLAUSE.original)
  await expect(clauses).toContainText(CLAUSE.gloss)
})

test('pages of an old revision stay byte for byte what they were', async ({ request }) => {
  for (const path of OLD) expect(await (await request.get(path)).text(), path).toBe(asItWas.get(path))
})

test('no page of history names a person who did not choose to be named', async ({ request }) => {
  for (const path of PAGES)
    expect(await (await request.get(path)).text(), path).not.toMatch(/@example|Ana Editor|Ben Reviewer/)
})

/** A first revision and an instrument are among the pages that are asked for every page of the site. */
const PECULIAR = PAGES.filter((address) => /changes\/[26]|history/.test(address))

test('pages of history have nothing that axe objects to, light or dark, and fit 320 px', async ({ page }) => {
  const wrong: string[] = []
  for (const address of PECULIAR) {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(address)
    wrong.push(...(await violationsOn(page)).map((violation) => `${address}: ${violation}`))
    await page.setViewportSize({ width: 320, height: 640 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) wrong.push(`${address}: ${width} px wide`)
  }
  expect(wrong).toEqual([])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a revision is complete, and so is a retirement', async ({ page }) => {
    await page.goto('/changes/6')
    await expect(page.getByRole('main')).toContainText('It was told twice.')
    await page.getByText('Withdrawn source:').first().waitFor()
    await page.goto('/changes/2')
    await expect(page.getByRole('main').getByRole('table')).toContainText('paused')
  })
})
