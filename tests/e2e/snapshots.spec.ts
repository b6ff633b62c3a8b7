import { createHash } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { idsOf } from '@/lib/contract/snapshot-id'
import { violationsOn } from './support/axe'
import { driftToday } from './support/drift'
import { expect, test } from './support/quiet'

const VIEW = '/r/1/2025-11-08/matrix'

/** Freezes a view as its form does, and gives the address of the snapshot. */
async function freeze(request: APIRequestContext, address = VIEW): Promise<string> {
  const answer = await request.post('/s', { form: { address }, maxRedirects: 0 })
  expect(answer.status(), await answer.text()).toBe(303)
  return answer.headers()['location'] ?? ''
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one click on a page freezes what it shows, and the frozen page says of which days', async ({
    page,
    request,
  }) => {
    await page.goto(VIEW)
    await page.getByRole('button', { name: 'Freeze this view' }).click()

    await expect(page).toHaveURL(/\/s\/[0-9a-hjkmnp-tv-z]{17}$/)
    const banner = page.getByRole('region', { name: 'About this snapshot' })
    await expect(banner).toContainText('Law as of 8 November 2025, known: everything recorded, revision 1.')
    await expect(banner).toContainText(await driftToday(request, VIEW))
    await expect(page.locator('#frozen').getByRole('row', { name: /^Dy Dysprosium/ })).toContainText('licence')
    await expect(page.locator('.skip-links + .frozen-banner')).toBeVisible() // first after the skip link
    await expect(page.getByRole('heading', { name: 'Cite', exact: true })).toBeVisible()
    await expect(page.locator('.cite-text')).toContainText(page.url())

    await banner.getByRole('link', { name: 'See differences' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(page.url()).toContain('/2025-11-08')
  })
})

test('the frozen page of a material has nothing that axe objects to, and fits a phone', async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(await freeze(request, '/r/1/2025-11-08/materials/La'))
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  expect(await violationsOn(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

test('the same view is the same snapshot, from a live page too, and its JSON has the digest', async ({ request }) => {
  const [first, again] = [await freeze(request), await freeze(request)]
  expect(again).toBe(first)

  const json = await request.get(`${first}.json`)
  const digest = createHash('sha256')
    .update(await json.body())
    .digest('hex')
  expect(`/s/${idsOf(digest)[0]}`).toBe(first)
  expect(json.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/json; charset=utf-8',
  })
  const held = { 'if-none-match': json.headers()['etag'] ?? '' }
  expect((await request.get(`${first}.json`, { headers: held })).status()).toBe(304)

  const whole = await request.get(`/s/${digest}.json`, { maxRedirects: 0 })
  expect([whole.status(), whole.headers()['location']]).toEqual([308, expect.stringMatching(`${first}.json$`)])
  for (const file of ['csv', 'svg', 'bib', 'csl.json']) {
    const answer = await request.get(`${first}.${file}`)
    expect([file, answer.status()]).toEqual([file, 200])
    expect(await answer.text()).toContain(first.slice(3))
  }
})

test('a snapshot is a memento, and a live page is asked for as it was', async ({ request }) => {
  const address = await freeze(request)
  const { headers } = { headers: (await request.get(address)).headers() }
  expect(new Date(headers['memento-datetime'] ?? '').toUTCString()).toBe(headers['memento-datetime'])
  expect(headers['link']).toContain(`${address}>; rel="canonical"`)
  expect(headers['link']).toMatch(/rel="original timegate".*\/timemap>; rel="timemap"/)
  expect(headers['x-robots-tag']).toBe('noindex')

  const asked = async (at: string) =>
    request.get('/materials/Dy', { headers: { 'accept-datetime': at }, maxRedirects: 0 })
  const early = await asked('Sat, 08 Nov 2025 03:04:05 GMT')
  expect(early.status()).toBe(302)
  expect(early.headers()['location']).toMatch(/\/r\/1\/20\d\d-\d\d-\d\d\/materials\/Dy$/)
  expect(early.headers()['vary']).toContain('accept-datetime')
  const wrong = await asked('yesterday')
  expect([wrong.status(), await wrong.text()]).toEqual([400, expect.stringContaining('“yesterday” is not an instant')])

  const map = await request.get('/timemap/materials/Dy')
  expect(map.headers()['content-type']).toBe('application/link-format')
  expect(await map.text()).toMatch(/<[^>]+\/r\/1\/[\d-]+\/materials\/Dy>; rel="memento"; datetime="[^"]+ GMT"/)
  expect((await request.get('/timemap/nowhere')).status()).toBe(404)
})

test.describe('bad input', () => {
  const [nobody = ''] = idsOf('ab'.repeat(32))

  test('an id is told apart: one sign wrong, no id at all, or nobody has it', async ({ request }) => {
    const id = (await freeze(request)).slice(3)
    const wrong = `${id.slice(0, 5)}${id[5] === '7' ? '8' : '7'}${id.slice(6)}`
    const told: readonly (readonly [string, number, string])[] = [
      [`/s/${wrong}`, 400, 'One character of this id is wrong'],
      [`/s/${wrong}.csv`, 400, 'One character of this id is wrong'],
      ['/s/hello', 400, '“hello” is not the id of a snapshot'],
      [`/s/${nobody}`, 404, `There is no snapshot “${nobody}”`],
      [`/s/${nobody}.json`, 404, `There is no snapshot “${nobody}”`],
      [`/s/${nobody}/og.png`, 404, `There is no snapshot “${nobody}”`],
    ]
    for (const [address, status, words] of told) {
      const answer = await request.get(address)
      expect([address, answer.status()]).toEqual([address, status])
      const text = await answer.text()
      expect(text).toContain(words)
      expect(text).not.toContain(id) // nothing is suggested
    }
    const capitals = await request.get(`/s/${id.toUpperCase()}`, { maxRedirects: 0 })
    expect([capitals.status(), capitals.headers()['location']]).toEqual([308, expect.stringMatching(`/s/${id}$`)])
  })

  test('what cannot be frozen is refused in words, with its own status', async ({ request }) => {
    const told: readonly (readonly [string, number, string])[] = [
      ['', 400, 'is not the address of a view'],
      ['https://elsewhere.example/', 400, 'is not the address of a view'],
      ['/admin', 400, 'is not the address of a view'],
      ['/r/1/2025-02-30/matrix', 400, 'is not a day in the calendar'],
      ['/r/1/2020-10-16/matrix', 404, 'before this record begins'],
      ['/r/1/2034-01-01/matrix', 404, 'too far ahead'],
      ['/r/99/2025-11-08/matrix', 404, 'has not been published'],
    ]
    for (const [address, status, words] of told) {
      const answer = await request.post('/s', { form: { address }, maxRedirects: 0 })
      expect([address, answer.status(), await answer.text()]).toEqual([address, status, expect.stringContaining(words)])
      expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8')
      expect(await answer.text()).toContain('<a href="/">')
    }
    const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await request.post('/s', { form: { address: VIEW }, headers: foreign })).status()).toBe(403)
    const large = await request.post('/s', { form: { address: 'x'.repeat(20_000) } })
    expect(large.status()).toBe(413)
    expect((await request.get('/s')).status()).toBe(405)
  })

  test('how a view is cited is refused where the view is', async ({ request }) => {
    const good = await request.get(`/cite${VIEW}`)
    expect(good.status()).toBe(200)
    const text = await good.text()
    const places = ['Freeze this view', 'keeps its day and its revision', 'a frame that changes with the record']
    const at = places.map((words) => text.indexOf(words))
    expect([-1, ...at].toSorted((a, b) => a - b)).toEqual([-1, ...at])
    expect(at).not.toContain(-1)
    expect(text).not.toContain('this frame will not change') // nothing pinned is called frozen
    const frozen = await (await request.get(await freeze(request))).text()
    const [first = -1, second = -1] = ['this frame will not change', 'a frame that changes with the record'].map(
      (words) => frozen.indexOf(words),
    )
    expect([first > 0, second > first]).toEqual([true, true])
    expect((await request.get('/cite/r/1/2025-02-30/matrix')).status()).toBe(400)
    expect((await request.get('/cite/r/1/2020-10-16/matrix')).status()).toBe(404)
    expect((await request.get('/cite/elsewhere')).status()).toBe(404)
  })
})
