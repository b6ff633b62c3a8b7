import { randomUUID } from 'node:crypto'
import { keepDraft } from './support/drafts'
import { test } from './support/editors'
import { PAGES } from './support/pages'
import { expect } from './support/quiet'

/** Stands nowhere in the record. */
const SECRET = 'unpublishedxylophone'

/** What machines and browsers ask for beside the pages. */
const OTHERS = [
  '/api/v1/status?material=Ho&form=metal&on=2026-11-22',
  '/api/v1/matrix?on=2026-11-22&scope=all',
  '/sitemap.xml',
  '/robots.txt',
  '/history/instrument/cn-2025-70',
  '/changes/1',
]

test('no word of a draft stands on any page, in the API, in the search or in the history', async ({
  as,
  request,
  editors,
}) => {
  test.slow()
  const draft = await keepDraft(editors, {
    by: 'ana',
    title: `${SECRET} ${randomUUID()}`,
    kind: 'law',
    reason: `${SECRET} because.`,
    reworded: { verificationNote: `${SECRET} looked`, titleEn: `${SECRET} announcement` },
  })
  const ana = await as('ana')
  await ana.goto(draft)
  await ana.getByLabel('Say something', { exact: true }).fill(`${SECRET} said`)
  await ana.getByRole('button', { name: 'Say it', exact: true }).click()
  await expect(ana.getByRole('main')).toContainText(`${SECRET} said`)
  await expect(ana.getByRole('main')).toContainText(`${SECRET} announcement`)

  const leaks: string[] = []
  for (const address of [...PAGES.map((page) => page.address), ...OTHERS, draft]) {
    const told = await (await request.get(address)).text()
    expect(told.length, address).toBeGreaterThan(10)
    if (told.toLowerCase().includes(SECRET)) leaks.push(address)
  }
  expect(leaks).toEqual([])
  const search = await (await request.get(`/search?q=${SECRET}`)).text()
  expect(search).not.toContain(`${SECRET} `)
})
