import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { violationsOn } from './support/axe'
import { test } from './support/editors'
import { openDraft, saveAndGo } from './support/notice'
import { expect } from './support/quiet'
import { submitForReview } from './support/review'

test.use({ sluice: 'published', contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 180_000 })

/** A draft that says something else of how Announcement 70 was looked at last. */
async function aCorrection(page: Page): Promise<string> {
  const title = `Looked again ${randomUUID()}`
  const draft = await openDraft(page, { title, kind: 'We were wrong', reason: 'A reason that readers would be told.' })
  await page.goto(`${draft}/entries/new/instrument?edit=cn-2025-70`)
  await page.getByLabel('Note on that look', { exact: true }).first().fill(`Looked again ${randomUUID()}`)
  await page.getByLabel('Title in English', { exact: true }).first().fill(`A title ${randomUUID()}`)
  await saveAndGo(page, draft)
  return draft
}

/** Has a draft published by somebody else, and tells as which revision. */
async function publish(draft: string, writer: Page, reviewer: Page): Promise<number> {
  await writer.goto(draft)
  await submitForReview(writer)
  await expect(writer.getByRole('status').filter({ hasText: 'Submitted' })).toBeVisible()
  await reviewer.goto(draft)
  await reviewer.getByRole('button', { name: 'Publish now', exact: true }).click()
  const told = reviewer.getByRole('status').filter({ hasText: 'Published as revision' })
  await expect(told).toBeVisible()
  return Number(/revision (\d+)/.exec(await told.innerText())?.[1])
}

/** What axe objects to, in both themes, and what is wider than a narrow window. */
async function wrongOn(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const address of addresses) {
    await page.setViewportSize({ width: 1280, height: 900 })
    const answer = await page.goto(address)
    if (answer?.status() !== 200) wrong.push(`${address}: ${answer?.status()}`)
    wrong.push(...(await violationsOn(page)).map((violation) => `${address}: ${violation}`))
    await page.setViewportSize({ width: 320, height: 800 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) wrong.push(`${address}: ${width} px wide`)
  }
  return wrong
}

test('the pages of drafts, review and history have nothing that axe objects to, and fit a narrow window', async ({
  as,
}) => {
  const [ana, cai] = [await as('ana'), await as('cai')]
  const [moved, published] = [await aCorrection(ana), await aCorrection(ana)]
  await publish(published, ana, cai)

  const drafts = ['', '/consequences', '/rebase', '/records'].map((part) => `${moved}${part}`)
  const histories = ['/admin/history', '/admin/history/1', '/admin/history/2', '/changes/2', '/changes/2/against/1']
  const record = '/history/instrument/cn-2025-70'
  const pages = ['/admin', '/admin/drafts', '/admin/drafts/new', published, ...drafts, ...histories, record]
  expect(await wrongOn(ana, [...pages, '/admin/not-allowed?needs=admin', '/admin/account'])).toEqual([])
})

test('the pages of people and the way in have nothing that axe objects to, and fit a narrow window', async ({
  as,
  page,
}) => {
  const ada = await as('ada')
  const pages = ['/admin/people', '/admin/audit', '/admin/account', '/admin/account/password']
  expect(await wrongOn(ada, [...pages, '/admin/webhooks', '/admin/snapshots', '/admin/status'])).toEqual([])
  expect(await wrongOn(page, ['/admin/sign-in', '/admin/join/no-such-invitation'])).toEqual([])
})
