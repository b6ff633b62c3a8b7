import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { violationsOn } from './support/axe'
import { test } from './support/editors'
import { expect } from './support/quiet'

test.use({ sluice: 'transfer', contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ mode: 'serial', timeout: 180_000 })

type Sent = { readonly name: string; readonly text: string }

async function send(page: Page, files: readonly Sent[]): Promise<void> {
  await page.goto('/admin/import')
  const payloads = files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))
  await page.getByLabel('Files').setInputFiles(payloads)
  await page.getByRole('button', { name: 'Make a dry run' }).click()
}

/** The newest of a file: others may have published meanwhile. */
async function download(page: Page, name: string, format: 'json' | 'csv'): Promise<string> {
  await page.goto('/admin/export')
  const link = page.getByRole('link', { name: new RegExp(`^sluice-${name}-r\\d+\\.${format}$`) })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readFile(await file.path(), 'utf8')
}

const counts = (page: Page) => page.getByRole('table', { name: 'What it would change' })

for (const scripts of [true, false]) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('what is exported is imported without a change', async ({ page, enter }) => {
      await enter(page, 'ana')
      // The same form sends either, and what is read of them is tested in tests/editing: the larger file goes once.
      const files = [{ name: 'provisions.csv', text: await download(page, 'provisions', 'csv') }]
      if (scripts) files.push({ name: 'record.json', text: await download(page, 'record', 'json') })
      for (const file of files) {
        await send(page, [file])
        await expect(page.getByText('there is nothing to draft')).toBeVisible()
        await expect(counts(page).getByRole('row', { name: /^Provisions 0 0 0 288 0$/ })).toBeVisible()
      }
    })

    test('what is wrong with a file stops it, row by row', async ({ page, enter }) => {
      await enter(page, 'ana')
      const forms = await download(page, 'forms', 'csv')
      await send(page, [{ name: 'forms.csv', text: forms.replace('合金,basic,', '合金,basics,') }])
      await expect(page.getByRole('heading', { name: 'One thing stops it' })).toBeVisible()
      await expect(
        page.getByRole('row', { name: /^forms\.csv row 2 family is "basics", which is not one of/ }),
      ).toBeVisible()
      await expect(page.getByRole('button', { name: 'Make the draft' })).toHaveCount(0)
      if (scripts) expect(await violationsOn(page)).toEqual([])
      await page.getByRole('link', { name: 'Send other files' }).click()
      await page.getByRole('button', { name: 'Make a dry run' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'Choose at least one file.' })).toBeVisible()
    })

    test('a file that changes something becomes one draft, and the same one when it is asked for twice', async ({
      page,
      enter,
    }) => {
      await enter(page, 'ana')
      const forms = await download(page, 'forms', 'csv')
      await send(page, [{ name: 'forms.csv', text: forms.replace('alloy,Alloy,', 'alloy,Alloys,') }])
      await expect(counts(page).getByRole('row', { name: /^Forms 0 1 0 23 0$/ })).toBeVisible()
      if (!scripts) await page.getByRole('link', { name: 'Show them with the rest of the page' }).click()
      await expect(page.getByRole('heading', { name: 'What readers would see differently' })).toBeVisible()
      if (scripts) expect(await violationsOn(page)).toEqual([])
      for (const _ of ['once', 'twice']) {
        await page.getByLabel('Title').fill('Alloys')
        await page.getByRole('textbox', { name: 'Reason' }).fill('As others say it.')
        await page.getByRole('button', { name: 'Make the draft' }).click()
        await expect(page.getByRole('heading', { level: 1, name: 'Alloys' })).toBeVisible()
        await page.goBack()
      }
      await page.goto('/admin/drafts')
      await expect(page.getByRole('row', { name: /^Alloys .* 1 / })).toHaveCount(scripts ? 1 : 2)
    })

    test('a look says what is missing and keeps what was typed', async ({ page, enter }) => {
      await enter(page, 'ana')
      await page.goto('/admin/verify/look?regime=october-9')
      await page.getByLabel('No. 57 of 2025').uncheck()
      await page.getByLabel('Looked on').fill('2099-01-01')
      await page.getByRole('button', { name: 'Look at the consequences' }).click()
      await expect(page.getByRole('alert').getByRole('link', { name: 'Say where you looked.' })).toBeVisible()
      await page.getByLabel('Where').fill('mofcom.gov.cn')
      await page.getByRole('button', { name: 'Look at the consequences' }).click()
      await expect(page.getByRole('alert').getByText('cannot be ahead of today')).toBeVisible()
      await expect(page.getByLabel('Where')).toHaveValue('mofcom.gov.cn')
      await expect(page.getByLabel('No. 57 of 2025')).not.toBeChecked()
    })
  })
}

test('a viewer exports, and neither looks nor imports; nobody does any of it', async ({
  page,
  enter,
  request,
  baseURL,
}) => {
  await enter(page, 'vera')
  expect(await download(page, 'forms', 'json')).toContain('"alloy"')
  await page.goto('/admin/verify')
  await expect(page.getByRole('link', { name: /Record a look/ })).toHaveCount(0)
  for (const address of ['/admin/import', '/admin/verify/look?regime=october-9']) {
    await page.goto(address)
    await expect(page).toHaveURL(/not-allowed\?needs=editor/)
  }
  const nobody = await request.post(`${baseURL}/admin/import/upload`, {
    maxRedirects: 0,
    multipart: { kind: 'addition' },
    headers: { origin: String(baseURL) },
  })
  expect([nobody.status(), nobody.headers()['location']]).toEqual([303, '/admin/sign-in?back=%2Fadmin%2Fimport'])
  const file = await request.get(`${baseURL}/admin/export/sluice-forms-r1.json`, { maxRedirects: 0 })
  expect(file.headers()['location']).toContain('/admin/sign-in')
})

test('the pages of looks and files have nothing that axe objects to', async ({ page, enter }) => {
  await enter(page, 'ana')
  const wrong: string[] = []
  for (const address of ['/admin/verify', '/admin/verify/look?regime=october-9', '/admin/import', '/admin/export']) {
    await page.goto(address)
    wrong.push(...(await violationsOn(page)).map((violation) => `${address}: ${violation}`))
  }
  expect(wrong).toEqual([])
})

test('a look is published after its consequences were seen, and leaves the work list', async ({ page, enter }) => {
  await enter(page, 'ana')
  await page.goto('/admin/verify')
  await page.getByRole('link', { name: 'Record a look at No. 70 of 2025' }).click()
  await page.getByLabel('Where').fill('mofcom.gov.cn')
  await page.getByRole('button', { name: 'Look at the consequences' }).click()
  await expect(page.getByRole('row', { name: /^No\. 70 of 2025 / })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Publish the look' }).click()
  await expect(page.getByRole('status')).toHaveText(/^The look was published as revision \d+\.$/)
  await expect(page.getByRole('link', { name: 'Record a look at No. 70 of 2025' })).toHaveCount(1)
  const overdue = page.getByRole('region', { name: /^Overdue/ }).last()
  await expect(overdue.getByRole('link', { name: 'No. 70 of 2025', exact: true })).toHaveCount(0)
  await page.goto('/changes')
  await expect(page.getByText('at mofcom.gov.cn. Nothing found.')).toBeVisible()
})
