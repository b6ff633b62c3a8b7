import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import pg from 'pg'
import type { Who } from '../support/accounts'
import { keepDraft } from './support/drafts'
import { type EditorsSluice, test } from './support/editors'
import { part } from './support/notice'
import { expect as expectSoon } from './support/quiet'

const expect = expectSoon.configure({ timeout: 60_000 })

test.use({ sluice: 'published' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

/** A draft that says something else of Announcement 70, in words that no other test types. */
function reword(editors: EditorsSluice, by: Who, summary: string): Promise<string> {
  const reason = 'It reads better.'
  return keepDraft(editors, { by, title: summary, kind: 'wording', reason, reworded: { summary } })
}

function correct(editors: EditorsSluice, by: Who, title: string, submitted: boolean): Promise<string> {
  const reworded = { verificationNote: `Looked again ${randomUUID()}` }
  return keepDraft(editors, { by, title, kind: 'correction', reason: 'It was wrong.', reworded, submitted })
}

async function publish(page: Page, draft: string): Promise<void> {
  await page.goto(draft)
  await page.getByRole('button', { name: 'Publish now', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Published as revision' })).toBeVisible()
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a draft whose base moved is compared field by field, and moved with what was chosen', async ({
    as,
    request,
    editors,
  }) => {
    const [ana, ben] = [await as('ana'), await as('ben')]
    const yours = `Suspends the October package, as Ana has it ${randomUUID()}`
    const theirs = `Suspends the October package, as Ben has it ${randomUUID()}`
    const draft = await reword(editors, 'ana', yours)
    await publish(ben, await reword(editors, 'ben', theirs))

    await ana.goto(draft)
    await expect(ana.getByRole('main')).toContainText('Its consequences are void')
    await expect(ana.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
    await ana.getByRole('link', { name: /Compare, and move the draft/ }).click()
    const row = ana.getByRole('row', { name: /Summary/ })
    await expect(row).toContainText(yours)
    await expect(row).toContainText(theirs)
    await row.getByRole('radio', { name: 'yours' }).check()
    await ana.getByRole('button', { name: 'Move the draft' }).click()

    await expect(ana.getByRole('status')).toContainText('The draft stands on the newest revision now.')
    await expect(part(ana, 'Entries')).toContainText(yours)
    await publish(ana, draft)
    expect(await (await request.get('/instruments/cn-2025-70')).text()).toContain(yours)
  })

  test('a form posted twice opens one draft', async ({ as, editors }) => {
    const ana = await as('ana')
    const title = `Posted twice ${randomUUID()}`
    await ana.goto('/admin/drafts/new')
    const form = await hiddenFieldsOf(ana)
    const send = () =>
      ana.request.post('/admin/drafts/new', {
        headers: { origin: editors.address },
        multipart: { ...form, title, kind: 'wording', reason: 'Once.', from: 'empty', revision: '' },
      })
    const [first, second] = [await send(), await send()]
    expect([first.status(), second.status()]).toEqual([200, 200])
    expect(second.url()).toBe(first.url())
    await ana.goto('/admin/drafts')

    await expect(ana.getByRole('link', { name: title })).toHaveCount(1)
  })
})

test('who loses a role while publishing is told, and nothing is published', async ({ as, editors, request }) => {
  const cai = await as('cai')
  const draft = await correct(editors, 'ana', `Corrected ${randomUUID()}`, true)
  await cai.goto(draft)
  const before = await (await request.get('/api/v1/status?material=Ho&form=metal&on=2026-11-22')).text()

  await setRole(editors.databaseUrl, 'cai', 'editor')
  try {
    await cai.getByRole('button', { name: 'Publish now', exact: true }).click()
    await expect(cai.getByRole('alert').filter({ hasText: 'Only a reviewer may do this.' })).toBeVisible()
  } finally {
    await setRole(editors.databaseUrl, 'cai', 'reviewer')
  }
  expect(await (await request.get('/api/v1/status?material=Ho&form=metal&on=2026-11-22')).text()).toBe(before)
})

test('what one person publishes in a hurry is marked for readers until another has reviewed it', async ({
  as,
  request,
  editors,
}) => {
  const [ben, cai] = [await as('ben'), await as('cai')]
  await ben.goto(await correct(editors, 'ben', `In a hurry ${randomUUID()}`, false))
  await ben.getByRole('button', { name: 'Publish now, reviewed within 24 hours' }).click()
  const told = ben.getByRole('status').filter({ hasText: 'Published as revision' })
  await expect(told).toBeVisible()
  const revision = Number(/revision (\d+)/.exec(await told.innerText())?.[1])

  const asReaders = async () => (await request.get(`/changes/${revision}`)).text()
  expect(await asReaders()).toContain('Another must review it by')
  expect(await asReaders()).not.toContain('reviewed by another since')
  await ben.goto(`/admin/history/${revision}`)
  await expect(ben.getByRole('main')).toContainText('Whoever wrote or published it does not review it.')
  await cai.goto('/admin')
  await cai
    .getByRole('listitem')
    .filter({ hasText: `Revision ${revision}, by` })
    .getByRole('link')
    .click()
  await cai.getByLabel('What you found').fill('Read against the notice; it is right.')
  await cai.getByRole('button', { name: 'I reviewed it' }).click()
  await expect(cai.getByRole('status').filter({ hasText: 'recorded as a revision of its own' })).toBeVisible()
  await expect(cai.getByRole('main')).toContainText(`reviewed in revision ${revision + 1}`)
  expect(await asReaders()).toContain('reviewed by another since')
  expect(await asReaders()).not.toContain('Another must review it by')
})

/** What a form of this page sends beside what is typed: the act, and the id that the draft will have. */
async function hiddenFieldsOf(page: Page): Promise<{ readonly [name: string]: string }> {
  const fields = await page.getByRole('main').locator('form input[type="hidden"]').all()
  const sent = fields.map(async (field) => [await field.getAttribute('name'), await field.getAttribute('value')])
  return Object.fromEntries((await Promise.all(sent)).map(([name, value]) => [name, value ?? '']))
}

async function setRole(databaseUrl: string, person: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('update person set role = $2 where id = $1', [person, role])
  await client.end()
}
