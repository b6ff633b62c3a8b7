import { cellOf, cellsByApi, cellsOnPage, matrixOn, proofLinksIn } from './support/matrix'
import { REFUSALS } from './support/pages'
import { expect, test } from './support/quiet'
import { wordOf } from './support/words'

test.use({ javaScriptEnabled: false })

test('the matrix has a word in every cell', async ({ page, request }) => {
  await page.goto('/r/1/2025-11-08/matrix')
  const shown = await cellsOnPage(matrixOn(page))
  const cells = await cellsByApi(request, 'rev=1&on=2025-11-08')

  expect([...shown].filter(([, words]) => words === '')).toEqual([])
  expect(cells.filter((cell) => !cellOf(shown, cell.material, cell.form)?.includes(wordOf(cell)))).toEqual([])
})

test('a cell leads to its proof, complete', async ({ page }) => {
  await page.goto('/r/1/2025-11-08/matrix')
  const row = matrixOn(page).getByRole('row', { name: /Dysprosium/ })
  await proofLinksIn(row, /licence/)
    .first()
    .click()

  await expect(page).toHaveURL(/\/r\/1\/2025-11-08\/proof\/Dy\/[a-z]+$/)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toContainText('Dysprosium')
  await expect(main).toContainText('8 November 2025: licence')
  await expect(main).toContainText('No. 18 of 2025')
  await expect(main).toContainText('R8')
})

test('the question form leads to the canonical address of what was asked', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Law day').fill('2025-10-09')
  await page.getByRole('button', { name: 'Ask' }).click()

  await expect(page).toHaveURL(/\/r\/1\/2025-10-09\/matrix$/)
  await expect(page.getByRole('main')).toContainText('9 October 2025')
})

test('an impossible day in the form is told in words, with a way on', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Law day').fill('2025-02-30')
  await page.getByRole('button', { name: 'Ask' }).click()

  const main = page.getByRole('main')
  await expect(main).toContainText('2025-02-30')
  await main.getByRole('link').first().click()
  await expect(matrixOn(page)).toBeVisible()
})

test('the next change is one link away, and so is the one before', async ({ page }) => {
  await page.goto('/r/1/2025-11-06/matrix')
  await page.getByRole('link', { name: /Next change/ }).click()
  await expect(page).toHaveURL(/\/r\/1\/2025-11-07\/matrix$/)

  await page.getByRole('link', { name: /Previous change/ }).click()
  await expect(page).toHaveURL(/\/r\/1\/2025-10-/)
})

test('a timeline is a list of days as well as a drawing', async ({ page }) => {
  await page.goto('/r/1/2026-11-22/materials/Ho')
  await expect(page.getByRole('heading', { name: 'The same as a list' })).toBeVisible()
  const entries = page.getByRole('main').getByRole('listitem')

  await expect(entries.filter({ hasText: '7 November 2025' }).first()).toContainText('paused')
  await expect(entries.filter({ hasText: '11 November 2026' }).first()).toContainText('pause ended')
  await expect(entries.filter({ hasText: '28 September 2026' }).first()).toBeVisible()
})

for (const [asked, answer] of [
  ['Dy', '/materials/Dy'],
  ['镝', '/materials/Dy'],
  ['dysprosium', '/materials/Dy'],
  ['57', '/instruments/cn-2025-57'],
] as const) {
  test(`searching for ${asked} finds what is meant`, async ({ page }) => {
    await page.goto('/')
    await page.getByRole('search').getByRole('searchbox').fill(asked)
    await page.getByRole('search').getByRole('button').click()
    await expect(page.getByRole('main')).toContainText(`“${asked}”`)
    const hrefs = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))

    expect(hrefs.filter((href) => href?.endsWith(answer))).not.toEqual([])
  })
}

test('every address that is refused is refused in words, with addresses that work', async ({ page, request }) => {
  const found = new Set<string>()
  for (const { name, address, status } of REFUSALS) {
    expect((await page.goto(address))?.status(), name).toBe(status)
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 }), name).toBeVisible()
    expect((await main.innerText()).length, name).toBeGreaterThan(60)

    const ways = await main
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(ways, name).not.toEqual([])
    for (const way of ways) found.add(way)
  }
  for (const way of found) expect((await request.get(way)).status(), way).toBeLessThan(400)
})

test('a product is checked by its form, and one thing about it is changed', async ({ page }) => {
  await page.goto('/check')
  const main = page.getByRole('main')
  await main.getByRole('combobox', { name: 'Material' }).selectOption('Dy')
  await main.getByRole('combobox', { name: 'Form' }).selectOption('metal')
  await main.getByLabel('Chinese-origin rare earths').fill('101')
  await main.getByLabel('Law of the day').fill('2026-11-22')
  await main.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(main.getByLabel('Chinese-origin rare earths')).toHaveValue('101')
  await expect(main.getByLabel('Chinese-origin rare earths')).toHaveAccessibleDescription(/more than the whole/)

  await main.getByLabel('Chinese-origin rare earths').fill('')
  await main.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page).toHaveURL(/\/r\/\d+\/2026-11-22\/check\/cell\/Dy\/metal$/)
  await expect(main).toContainText('needs a licence at least')
  await expect(main.getByRole('link', { name: 'the end use' })).toHaveAttribute('href', '#c-use')

  await main.getByRole('combobox', { name: 'Sent to' }).selectOption('US')
  await main.getByRole('combobox', { name: 'End use' }).selectOption('military')
  await main.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page).toHaveURL(/\/to\/US\/use\/military\/check\/cell\/Dy\/metal$/)
  await expect(main).toContainText('may not be sent')
  await expect(main).toContainText('No. 46 of 2024')
})
