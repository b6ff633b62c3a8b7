import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { violationsOn } from './support/axe'
import { keepDraft } from './support/drafts'
import { type EditorsSluice, test } from './support/editors'
import { expect } from './support/quiet'

test.use({ sluice: 'published', contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 180_000 })

/** A draft that says something else of how Announcement 70 was looked at last. */
function aCorrection(editors: EditorsSluice, submitted: boolean): Promise<string> {
  return keepDraft(editors, {
    by: 'ana',
    title: `Looked again ${randomUUID()}`,
    kind: 'correction',
    reason: 'A reason that readers would be told.',
    reworded: { verificationNote: `Looked again ${randomUUID()}`, titleEn: `A title ${randomUUID()}` },
    submitted,
  })
}

async function publish(draft: string, reviewer: Page): Promise<void> {
  await reviewer.goto(draft)
  await reviewer.getByRole('button', { name: 'Publish now', exact: true }).click()
  await expect(reviewer.getByRole('status').filter({ hasText: 'Published as revision' })).toBeVisible()
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

/** The records of a draft are looked at beside their forms, and what readers see of history with a longer one. */
test('the pages of drafts, review and history have nothing that axe objects to, and fit a narrow window', async ({
  as,
  editors,
}) => {
  const [ana, cai] = [await as('ana'), await as('cai')]
  const [moved, published] = [await aCorrection(editors, false), await aCorrection(editors, true)]
  await publish(published, cai)

  const drafts = ['', '/consequences', '/rebase'].map((part) => `${moved}${part}`)
  const histories = ['/admin/history', '/admin/history/1', '/admin/history/2']
  const pages = ['/admin', '/admin/drafts', '/admin/drafts/new', published, ...drafts, ...histories]
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
