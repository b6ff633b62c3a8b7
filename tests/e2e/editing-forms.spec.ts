import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import pg from 'pg'
import { inProject } from '@/lib/operating/root'
import { violationsOn } from './support/axe'
import { keepDraft } from './support/drafts'
import { type EditorsSluice, test } from './support/editors'
import { expect } from './support/quiet'

const REASON = 'A reason that readers would be told.'

/** A draft of its own for every test. */
function aDraft(editors: EditorsSluice): Promise<string> {
  return keepDraft(editors, { by: 'ana', title: `Forms ${randomUUID()}`, kind: 'law', reason: REASON })
}

/** What a draft holds, as it is stored. */
async function entriesOf(url: string, draft: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select kind, key, printed, version from draft_entry where draft = $1', [
    draft.split('/').at(-1),
  ])
  await client.end()
  return rows as { kind: string; key: string; printed: { [field: string]: unknown }; version: number }[]
}

/** The records of a file of the first revision, as the file prints them. */
function file(name: string): readonly { readonly [field: string]: unknown }[] {
  return JSON.parse(readFileSync(inProject(`prisma/data/${name}.json`), 'utf8'))
}

function withResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}

function field(page: Page, label: string): Locator {
  return page.getByLabel(label, { exact: true }).first()
}

function save(page: Page): Locator {
  return page.getByRole('button', { name: 'Save', exact: true })
}

function summary(page: Page): Locator {
  // Next's own announcer of routes is an alert too.
  return page.locator('.error-summary')
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a form with mistakes is kept, tells them in the words of its labels, and leads to them', async ({
      as,
      editors,
    }) => {
      const page = await as('ana')
      await page.goto(`${await aDraft(editors)}/entries/new/instrument`)
      await field(page, 'Key').fill('cn-2026-80')
      await field(page, 'Issued on').fill('2026-02-30')
      await field(page, 'Title in Chinese').fill('公告')
      await save(page).click()

      await expect(summary(page)).toContainText('“Issued on” is "2026-02-30", which is not a day that exists.')
      await expect(summary(page)).toContainText('“Title in English” is empty. Fill it in.')
      if (scripts) await expect(summary(page)).toBeFocused()
      await expect(field(page, 'Issued on')).toHaveValue('2026-02-30')
      await expect(field(page, 'Issued on')).toHaveAttribute('aria-invalid', 'true')
      await expect(field(page, 'Title in Chinese')).toHaveValue('公告')
      await summary(page)
        .getByRole('link', { name: /Issued on/ })
        .click()
      await expect(page).toHaveURL(/#f-issuedOn$/)
    })

    test('a session that ended in the middle of a form loses nothing: signing in saves it', async ({ as, editors }) => {
      const page = await as('ana')
      const draft = await aDraft(editors)
      await page.goto(`${draft}/entries/new/source`)
      await page.context().clearCookies()
      await field(page, 'Key').fill('a-source-typed-too-late')
      await field(page, 'Title').fill('标题\u00a0“quoted”')
      await field(page, 'Note').fill('two\nlines')
      await save(page).click()

      await expect(summary(page)).toContainText('Your session has ended')
      expect(await entriesOf(editors.databaseUrl, draft)).toEqual([])
      await page.getByLabel('E-mail').fill('ana@example.org')
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in and save' }).click()
      await expect(page.getByLabel('Password')).toHaveValue('')
      await page.getByLabel('E-mail').fill('ana@example.org')
      await page.getByLabel('Password').fill('correct horse battery staple')
      await page.getByRole('button', { name: 'Sign in and save' }).click()

      await expect(field(page, 'Key')).toHaveValue('a-source-typed-too-late')
      await expect(field(page, 'Note')).toHaveValue('two\nlines')
      const [entry] = await entriesOf(editors.databaseUrl, draft)
      expect(entry?.printed).toMatchObject({ title: '标题\u00a0“quoted”', note: 'two\nlines' })
    })

    test('of two who write one record, the second sees both versions and chooses', async ({ as, editors }) => {
      const ana = await as('ana')
      const draft = await aDraft(editors)
      await ana.goto(`${draft}/entries/new/form?edit=alloy`)
      await save(ana).click()
      await expect(ana).toHaveURL(/saved=1/)
      const ben = await as('ben')
      await ben.goto(new URL(ana.url()).pathname)
      await field(ben, 'Name').fill('Alloy of Ben')
      await field(ben, 'Place among the forms').fill('77')
      await save(ben).click()
      await expect(ben).toHaveURL(/saved=2/)

      await field(ana, 'Name').fill('Alloy of Ana')
      await save(ana).click()
      await expect(summary(ana)).toContainText('Ben Reviewer')
      const name = ana.getByRole('group', { name: 'Name', exact: true })
      await expect(name).toContainText('Alloy of Ben')
      await expect(name).toContainText('Alloy of Ana')
      await name.getByRole('radio', { name: /Yours/ }).check()
      await expect(
        ana.getByRole('group', { name: 'Place among the forms' }).getByRole('radio', { name: /Stored/ }),
      ).toBeChecked()
      await ana.getByRole('button', { name: 'Save what is chosen' }).click()

      await expect(ana).toHaveURL(/saved=3/)
      const [entry] = await entriesOf(editors.databaseUrl, draft)
      expect(entry?.printed).toMatchObject({ nameEn: 'Alloy of Ana', order: 77 })
    })

    test('a text of two hundred thousand signs is told in a sentence, and the rest of the form is not lost', async ({
      as,
      editors,
    }) => {
      const page = await as('ana')
      const draft = await aDraft(editors)
      await page.goto(`${draft}/entries/new/source`)
      await field(page, 'Key').fill('a-long-one')
      // Typed at once: the keyboard of the test would lay the whole text out at every line.
      await field(page, 'Note').evaluate((note: HTMLTextAreaElement) => {
        note.value = `${'x'.repeat(79)}
`.repeat(2_500)
      })
      await save(page).click()

      await expect(summary(page)).toContainText('“Note” has 200,000 signs, and a field holds at most 50,000')
      expect(await entriesOf(editors.databaseUrl, draft)).toEqual([])
      await page.getByLabel('“Note” has 200,000 signs').evaluate((note: HTMLTextAreaElement) => {
        note.value = 'مرحبا, short'
      })
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(field(page, 'Key')).toHaveValue('a-long-one')
      const [entry] = await entriesOf(editors.databaseUrl, draft)
      expect(entry?.printed).toMatchObject({ note: 'مرحبا, short' })
    })

    test('a source that is not on file is written inside the form of what cites it', async ({ as, editors }) => {
      const page = await as('ana')
      const draft = await aDraft(editors)
      await page.goto(`${draft}/entries/new/regime?edit=april-4`)
      await page.getByText('Cite a source that is not on file yet').click()
      const source = page.locator('.new-source')
      await source.getByLabel('Key', { exact: true }).fill('a-new-source')
      await source.getByLabel('Title', { exact: true }).fill('A new source')
      await source.getByLabel('Place in it').fill('para 2')
      await source.getByLabel('In its own language').fill('第二条')
      await save(page).click()

      await expect(page).toHaveURL(/saved=1/)
      const entries = await entriesOf(editors.databaseUrl, draft)
      expect(entries.find(({ kind }) => kind === 'source')).toMatchObject({
        key: 'a-new-source',
        printed: { title: 'A new source' },
      })
      const sources = entries.find(({ kind }) => kind === 'regime')?.printed['sources'] as unknown[]
      expect(sources).toHaveLength(3)
      expect(sources.at(-1)).toEqual({
        source: 'a-new-source',
        locator: 'para 2',
        clause: { original: '第二条', gloss: null },
      })
    })

    test('a row is added and taken out', async ({ as, editors }) => {
      const page = await as('ana')
      const draft = await aDraft(editors)
      await page.goto(`${draft}/entries/new/regime?edit=april-4`)
      await page.getByRole('button', { name: 'Add a row: Sources' }).click()
      const row = page.getByRole('group', { name: 'row 3' })
      await row.getByLabel('Source', { exact: true }).fill('adamas-prices')
      await page.getByRole('button', { name: 'Remove row 1 of Sources' }).click()
      await save(page).click()

      await expect(page).toHaveURL(/saved=/)
      const [entry] = await entriesOf(editors.databaseUrl, draft)
      expect(entry?.printed['sources']).toEqual([
        { source: 'chemradar-ann70', locator: null },
        { source: 'adamas-prices', locator: null },
      ])
    })

    test('a key is retired with its reason, and what takes its place must be on file', async ({ as, editors }) => {
      const page = await as('ana')
      const draft = await aDraft(editors)
      await page.goto(`${draft}/records?q=${encodeURIComponent('合金')}&kind=form`)
      await page.getByRole('link', { name: 'Retire Alloy' }).click()
      await page.getByLabel('Why nothing stands under alloy').fill('It is told as metal.')
      await page.getByLabel('What took its place').fill('no-such-form')
      await page.getByRole('button', { name: 'Retire alloy' }).click()
      await expect(summary(page)).toContainText('no-such-form is not on file')
      await expect(page.getByLabel('Why nothing stands under alloy')).toHaveValue('It is told as metal.')
      await page.getByLabel('What took its place').fill('metal')
      await page.getByRole('button', { name: 'Retire alloy' }).click()

      await expect(page).toHaveURL(new RegExp(`${draft}(#.*)?$`))
      expect(await entriesOf(editors.databaseUrl, draft)).toMatchObject([{ kind: 'form', key: 'alloy', printed: null }])
    })
  })
}

test('a record that is opened and saved says what it said', async ({ as, editors }) => {
  const page = await as('ana')
  const draft = await aDraft(editors)
  const records = [
    ['material', file('materials')[30]],
    ['instrument', file('instruments').find((one) => one['key'] === 'cn-2025-70')],
    ['provision', file('provisions').find((one) => one['key'] === 'cn-2025-70-suspends-2025-55')],
    ['provision', file('provisions').find((one) => (one['hsCodes'] as string[]).length > 2)],
    ['party', file('parties')[3]],
    ['event', file('events')[40]],
    ['claim', file('claims').find((one) => (one['asserts'] as unknown[]).length > 1)],
    ['indicator', file('indicators')[0]],
  ] as const
  for (const [kind, record] of records) {
    await page.goto(`${draft}/entries/new/${kind}?edit=${record?.['key']}`)
    await save(page).click()
    await expect(page).toHaveURL(/saved=1/)
  }

  const stored = await entriesOf(editors.databaseUrl, draft)
  expect(stored).toHaveLength(records.length)
  for (const [, record] of records) {
    expect(stored.find(({ key }) => key === record?.['key'])?.printed).toEqual(record)
  }
})

test('a form saves itself while it is typed, and who reloads comes back to it', async ({ as, editors }) => {
  const page = await as('ana')
  const draft = await aDraft(editors)
  await page.goto(`${draft}/entries/new/source`)
  await field(page, 'Key').fill('typed-and-left')
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d\d:\d\d\.$/ })).toBeVisible()
  await field(page, 'Title').fill('Typed and left')
  await expect(page.getByRole('status').filter({ hasText: 'Not saved yet.' })).toBeVisible()
  await expect.poll(async () => (await entriesOf(editors.databaseUrl, draft))[0]?.version).toBe(2)

  await page.reload()
  await expect(field(page, 'Title')).toHaveValue('Typed and left')
  expect(await entriesOf(editors.databaseUrl, draft)).toHaveLength(1)
})

test('a form that is sent while it saves itself goes out as the next version of what it saved', async ({
  as,
  editors,
}) => {
  const page = await as('ana')
  const draft = await aDraft(editors)
  await page.goto(`${draft}/entries/new/source`)
  // The first save takes its time: long enough to type on and to send the form.
  const { promise: typedOn, resolve: goOn } = withResolver()
  await page.route('**/entries/new/source*', async (route) => {
    const isFirst = route.request().method() === 'POST' && (await entriesOf(editors.databaseUrl, draft)).length === 0
    if (isFirst) await typedOn
    await route.continue()
  })
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await field(page, 'Key').fill('sent-at-once')
  await sent
  await field(page, 'Title').fill('Sent at once')
  await save(page).click()
  goOn()

  await expect(page).toHaveURL(/saved=2/)
  const [entry] = await entriesOf(editors.databaseUrl, draft)
  expect(entry).toMatchObject({ version: 2, printed: { title: 'Sent at once' } })
})

test('a form that cannot save itself says why, and keeps what was typed', async ({ as, editors }) => {
  const page = await as('ana')
  await page.goto(`${await aDraft(editors)}/entries/new/source`)
  await expect(page.getByRole('combobox')).toHaveCount(2)
  await page.context().clearCookies()
  await field(page, 'Key').fill('typed-by-nobody')
  await expect(page.getByRole('status').filter({ hasText: 'Your session has ended.' })).toBeVisible()
  await expect(field(page, 'Key')).toHaveValue('typed-by-nobody')
})

test('a picker is searched by Chinese and by number with the keyboard alone', async ({ as, editors }) => {
  const page = await as('ana')
  await page.goto(`${await aDraft(editors)}/entries/new/provision?effect=extend`)
  const target = field(page, 'What it acts on, 1')
  const found = page.getByRole('listbox').getByRole('option')
  await expect(target).toHaveRole('combobox')
  await target.pressSequentially('70')
  await expect(target).toHaveAttribute('aria-expanded', 'true')
  await expect(found.first()).toContainText('No. 70 of 2025')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(target).toHaveValue('cn-2025-70')
  await expect(target).toHaveAttribute('aria-expanded', 'false')
  await expect(page).toHaveURL(/effect=extend/)

  const instrument = field(page, 'Instrument')
  await instrument.pressSequentially('镓')
  await expect(found.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(found).toHaveCount(0)
  await expect(instrument).toHaveValue('镓')
})

test('the last day in force tells the first day after as it is typed', async ({ as, editors }) => {
  const page = await as('ana')
  await page.goto(`${await aDraft(editors)}/entries/new/provision?effect=extend`)
  await expect(field(page, 'Instrument')).toHaveRole('combobox')
  await field(page, 'Last day in force').fill('2027-01-10')
  await expect(page.getByText('First day after: 11 January 2027.')).toBeVisible()
  await field(page, 'Last day in force').fill('2027-01-1')
  await expect(page.getByText('First day after:')).toHaveCount(0)
})

test('the fields of a provision follow what its clause does, and none that says something is hidden', async ({
  as,
  editors,
}) => {
  const page = await as('ana')
  const draft = await aDraft(editors)
  await page.goto(`${draft}/entries/new/provision`)
  await page.getByRole('link', { name: 'Moves the last day of another' }).click()
  const materials = page.getByRole('group', { name: 'Materials', exact: true })
  const targets = page.getByRole('group', { name: 'What it acts on' })
  await expect(targets).toBeVisible()
  await expect(materials).toBeHidden()
  await field(page, 'What the clause does').selectOption('Asks for a licence')
  await expect(materials).toBeVisible()
  await expect(targets).toBeHidden()

  await page.goto(`${draft}/entries/new/provision?edit=cn-2023-23-3c001-gallium-compounds`)
  await field(page, 'What the clause does').selectOption('Suspends another rule')
  await expect(materials).toBeVisible()
})

test('the forms of every kind are free of what axe objects to, in both themes, and fit a narrow page', async ({
  as,
  editors,
}) => {
  test.slow()
  const page = await as('ana')
  const draft = await aDraft(editors)
  const forms = [
    'entries/new/material?edit=Dy',
    'entries/new/form',
    'entries/new/regime',
    'entries/new/instrument?edit=cn-2025-70',
    'entries/new/provision',
    'entries/new/provision?edit=cn-2025-70-suspends-2025-55',
    'entries/new/party',
    'entries/new/source',
    'entries/new/event',
    'entries/new/claim?edit=2025-05-greer-countermeasures-removed',
    'entries/new/indicator?edit=dysprosium-exports',
    'records?q=70',
    'retire/form/alloy',
  ]
  const wrong: string[] = []
  for (const form of forms) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${draft}/${form}`)
    wrong.push(...(await violationsOn(page)).map((violation) => `${form}: ${violation}`))
    await page.setViewportSize({ width: 320, height: 800 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) wrong.push(`${form}: ${width} px wide`)
  }

  expect(wrong).toEqual([])
})
