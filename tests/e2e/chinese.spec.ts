import { expect, test } from '@playwright/test'
import { otherLinksIn, otherWordsIn, textsOfTheRecord } from './support/other-words'
import { PAGES, REFUSALS } from './support/pages'

const SAID = textsOfTheRecord()

/** What is there in English alone, or stands in the list in Chinese already. */
const HAS_NO_OTHER = /^\/(zh|cite|data|s)(\/|$)/

const IN_CHINESE = [...PAGES, ...REFUSALS]
  .filter(({ address }) => !HAS_NO_OTHER.test(address))
  .map((kind) => ({ ...kind, address: kind.address.replace(/^\/(?=\?|$)/, '').replace(/^/, '/zh') }))

test('what is left in English is seen: in texts, in names of things, in links', () => {
  const page = (body: string) =>
    `<html lang="zh-Hans"><head><title>What a page</title></head><body>${body}</body></html>`
  expect(otherWordsIn(page('<p>须许可 needs a licence today</p>'), SAID)).toEqual(['须许可 needs a licence today'])
  expect(otherWordsIn(page('<br><a aria-label="Skip to the table" href="#a">表</a>'), SAID)).toHaveLength(1)
  expect(
    otherWordsIn(page('<p>见 <span lang="en">needs a licence today</span> 与 <code>a b cd ef gh</code></p>'), SAID),
  ).toEqual([])
  expect(otherWordsIn(page('<p lang="en">a whole sentence</p><p>and after it more</p>'), SAID)).toEqual([
    'and after it more',
  ])
  expect(
    otherLinksIn(page('<a href="/about">关于</a><a href="/data" hrefLang="en">数据</a><a href="/zh">矩阵</a>')),
  ).toEqual(['/about'])
})

test('every kind of page can be read in Chinese: its status, its words, its links, and the way to English', async ({
  request,
}) => {
  const wrong: string[] = []
  for (const { address, status } of IN_CHINESE) {
    const answer = await request.get(address)
    const html = await answer.text()
    if (answer.status() !== status) wrong.push(`${address} answers ${answer.status()}`)
    if (!html.includes('<html lang="zh-Hans"')) wrong.push(`${address} does not say that it is in Chinese`)
    if (!/<a\b[^>]*hrefLang="en"[^>]*>English<\/a>/i.test(html)) wrong.push(`${address} has no way to English`)
    wrong.push(...otherWordsIn(html, SAID).map((words) => `${address} says: ${words}`))
    wrong.push(...otherLinksIn(html).map((to) => `${address} leads to ${to}`))
  }
  expect(IN_CHINESE.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

test('each language names the other one, and search engines find both', async ({ request }) => {
  const english = await (await request.get('/r/1/2025-11-08/materials/Dy')).text()
  expect(english).toContain('href="/zh/r/1/2025-11-08/materials/Dy"')
  for (const address of ['/materials/Dy', '/zh/materials/Dy']) {
    const links = (await request.get(address)).headers()['link']
    for (const [tag, to] of [
      ['en', '/materials/Dy'],
      ['zh-Hans', '/zh/materials/Dy'],
      ['x-default', '/materials/Dy'],
    ]) {
      expect(links).toMatch(new RegExp(`<https?://[^/>]+${to}>; rel="alternate"; hreflang="${tag}"`))
    }
  }
  const live = await request.get('/zh/materials/Dy')
  expect(live.headers()['link']).toMatch(/^<[^>]+\/zh\/materials\/Dy>; rel="canonical"/)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toMatch(/hreflang="zh-Hans" href="https?:\/\/[^"]+\/zh\/materials\/Dy"/)
  const nowhere = await request.get('/zh/no/such/page')
  expect([nowhere.status(), await nowhere.text()]).toEqual([404, expect.stringContaining('<html lang="zh-Hans"')])
})

test('who reads the page of today changes the language and stays on it, and who reads a pinned one on that', async ({
  page,
}) => {
  for (const [here, name, there] of [
    ['/claims', '中文', '/zh/claims'],
    ['/zh/claims', 'English', '/claims'],
    ['/r/1/2025-11-08/claims', '中文', '/zh/r/1/2025-11-08/claims'],
    ['/no/such/page', '中文', '/zh'],
  ] as const) {
    await page.goto(here)
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', there)
  }
})

test('files, snapshots and answers for machines are led to in English, and one answer has one digest', async ({
  request,
}) => {
  const file = await request.get('/zh/r/1/2025-11-08/matrix.json')
  expect(new URL(file.url()).pathname).toBe('/r/1/2025-11-08/matrix.json')
  await request.get('/zh/r/1/2025-11-08/matrix')
  const after = await request.get('/r/1/2025-11-08/matrix.json')
  expect(after.headers()['etag']).toBe(file.headers()['etag'])
  expect(await after.text()).not.toMatch(/需要许可|未受管制/)
})
