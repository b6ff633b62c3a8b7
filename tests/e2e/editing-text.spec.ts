import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { test } from './support/editors'
import { openDraft, saveAndGo } from './support/notice'
import { expect } from './support/quiet'
import { submitForReview } from './support/review'

test.use({ sluice: 'published', contextOptions: { reducedMotion: 'reduce' } })

const SCRIPT = '<script>document.title = "run"</script>'
const IMAGE = '<img src="/nowhere" onerror="document.title = \'run\'">'

/** What was typed stands on the page as its text, and nothing of it became an element. */
async function isTextOn(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await expect(page.getByRole('main')).toContainText(text)
  await expect(page.locator('main script', { hasText: 'document.title' })).toHaveCount(0)
  await expect(page.locator('main img')).toHaveCount(0)
  expect(await page.title()).not.toBe('run')
}

test('markup typed into a title, a reason and a comment is shown as what was typed, and does nothing', async ({
  as,
}) => {
  const [ana, cai] = [await as('ana'), await as('cai')]
  const title = `${SCRIPT} ${randomUUID()}`
  const reason = `${IMAGE} ${SCRIPT}`
  const said = `${IMAGE} said ${SCRIPT}`
  const draft = await openDraft(ana, { title, kind: 'We were wrong', reason })
  await ana.goto(`${draft}/entries/new/instrument?edit=cn-2025-70`)
  await ana.getByLabel('Note on that look', { exact: true }).first().fill(`Looked again ${IMAGE}`)
  await saveAndGo(ana, draft)
  await ana.getByLabel('Say something', { exact: true }).fill(said)
  await ana.getByRole('button', { name: 'Say it', exact: true }).click()
  await expect(ana.locator('.discussion')).toContainText(said)
  await isTextOn(ana, [title, reason, said])
  await submitForReview(ana)
  await expect(ana.getByRole('status').filter({ hasText: 'Submitted' })).toBeVisible()

  await cai.goto(draft)
  await isTextOn(cai, [title, reason, said])
  await cai.getByRole('button', { name: 'Publish now', exact: true }).click()
  const told = cai.getByRole('status').filter({ hasText: 'Published as revision' })
  await expect(told).toBeVisible()
  const revision = Number(/revision (\d+)/.exec(await told.innerText())?.[1])
  await cai.goto(`/changes/${revision}`)
  await isTextOn(cai, [reason])
  await cai.goto('/changes')
  await isTextOn(cai, [reason])
})
