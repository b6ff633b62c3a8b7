import { expect, test } from '@playwright/test'

test.use({ javaScriptEnabled: false })

test('two days in the form lead to what differs between them, and every sentence is there without a script', async ({
  page,
}) => {
  await page.goto('/compare')
  const before = page.getByRole('group', { name: 'Before' })
  const after = page.getByRole('group', { name: 'After' })
  await before.getByLabel('Law day').fill('2026-11-10')
  await before.getByLabel('Revision').fill('1')
  await after.getByLabel('Law day').fill('2026-11-11')
  await after.getByLabel('Revision').fill('1')
  await page.getByRole('button', { name: 'Compare' }).click()

  await expect(page).toHaveURL(/\/r\/1\/2026-11-11\/compare\/1\/2026-11-10$/)
  const main = page.getByRole('main')
  await expect(main).toContainText('44 of 118 cells differ: 44 the law changed.')
  await expect(main).toContainText('From 11 November 2026, by No. 70 of 2025: 44 cells of Eu, Ho, Er, Tm, Yb')
  await expect(main.getByRole('row', { name: /Ho.*Metal.*paused before effect.*pause ended/ })).toHaveCount(1)

  await page.getByRole('link', { name: 'The other way round' }).click()
  await expect(page).toHaveURL(/\/r\/1\/2026-11-10\/compare\/1\/2026-11-11$/)
  await expect(main).toContainText('Before 11 November 2026')
})

test('the matrix and an instrument lead to what changed', async ({ page, request }) => {
  await page.goto('/r/1/2026-11-11/matrix')
  await page.getByRole('link', { name: 'What differs from the day before' }).click()
  await expect(page).toHaveURL(/\/r\/1\/2026-11-11\/compare\/1\/2026-11-10$/)

  await page.goto('/r/1/2025-12-02/instruments/cn-2025-70')
  await expect(page.getByRole('main')).toContainText('44 cells were opened. 45 cells stayed closed: 45 under No. 18')
  const since = await request.get('/compare?a=1/2026-11-10&b=1/2026-11-11', { maxRedirects: 0 })
  expect([since.status(), since.headers()['location'], since.headers()['cache-control']]).toEqual([
    308,
    '/r/1/2026-11-11/compare/1/2026-11-10',
    'no-store',
  ])
})
