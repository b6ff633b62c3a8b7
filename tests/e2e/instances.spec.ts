import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { personOf } from '../support/accounts'
import { askOnce } from '../support/ask-once'
import { aTarget, type Target } from '../support/target'
import { type Instances, test } from './support/instances'
import { describeAtOnce, openDraft, saveAndGo } from './support/notice'
import { expect as expectSoon } from './support/quiet'

const expect = expectSoon.configure({ timeout: 60_000 })

test.use({ sluice: 'instances' })
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const PINNED = [
  '/r/1/2025-11-08/matrix',
  '/zh/r/1/2025-11-08/materials/La',
  '/r/1/2025-11-08/matrix.csv',
  '/r/1/2025-11-08/matrix/og.png',
  '/api/v1/status?material=Ho&form=metal&on=2025-11-08&rev=1',
]

/** What all answer under the one address of the site, one after the other: the proxy takes the next for each request. */
async function answersOfAll({ each, all }: Instances, address: string, headers: Record<string, string> = {}) {
  const answers: Awaited<ReturnType<typeof answerOf>>[] = []
  while (answers.length < each.length) answers.push(await answerOf(`${all}${address}`, headers))
  return answers
}

/** What an instance answers, in so far as anybody may keep it: its bytes under its entity tag. */
async function answerOf(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers, redirect: 'manual' })
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    digest: createHash('sha256').update(bytes).digest('hex'),
  }
}

test('three that start at once make one record, and answer alike byte by byte', async ({ instances }) => {
  expect(await askOnce(instances.databaseUrl, 'select number from revision')).toEqual([{ number: 1 }])
  for (const pinned of PINNED) {
    const [first, ...others] = await answersOfAll(instances, pinned)
    expect(first, pinned).toMatchObject({ status: 200, etag: expect.stringContaining('"') })
    expect(others, pinned).toEqual([first, first])
    const kept = { 'if-none-match': first?.etag ?? '' }
    const again = await answersOfAll(instances, pinned, kept)
    expect(
      again.map(({ status }) => status),
      pinned,
    ).toEqual([304, 304, 304])
  }
})

/** The revision that “now” is for an instance. */
async function newestOf(address: string): Promise<number> {
  const response = await fetch(address)
  await response.arrayBuffer()
  return Number(/^\/r\/(\d+)\//.exec(response.headers.get('x-middleware-rewrite') ?? '')?.[1])
}

let target: Target
let publishedAt = 0

test('whoever is told of revisions is added through one', async ({ as }) => {
  target = await aTarget((response) => void response.writeHead(204).end())
  const ada = await as('ada')
  await ada.goto('/admin/webhooks')
  await ada.getByLabel('Address').fill(target.url)
  await ada.getByLabel('Description').fill('Counts what it is told')
  await ada.getByRole('button', { name: 'Add the webhook' }).click()
  await expect(ada.getByRole('main')).toContainText('This secret verifies the signatures.')
})

test('what is published through one is the newest of all from the next request on', async ({ as, instances }) => {
  const ana = await as('ana')
  const words = `Suspends the October package, in these words ${randomUUID()}`
  await reword(ana, words)
  const seen: number[] = []
  let published = false
  const asking = (async () => {
    for (; !published; await pause(25)) for (const address of instances.each) seen.push(await newestOf(address))
  })()
  try {
    await ana.getByRole('button', { name: 'Publish now', exact: true }).click()
    await expect(ana.getByRole('status').filter({ hasText: 'Published as revision 2' })).toBeVisible()
  } finally {
    published = true
    publishedAt = Date.now()
    await asking
  }

  expect(new Set([1, ...seen])).toEqual(new Set([1, 2]))
  expect(seen, 'an instance went back behind what another had answered').toEqual([...seen].sort((a, b) => a - b))
  for (const address of instances.each) {
    expect(await newestOf(address)).toBe(2)
    expect(await (await fetch(`${address}/instruments/cn-2025-70`)).text()).toContain(words)
  }
})

async function reword(page: Page, words: string): Promise<void> {
  const draft = await openDraft(page, { title: words, kind: 'Reworded', reason: 'It reads better.' })
  await page.goto(`${draft}/entries/new/instrument?edit=cn-2025-70`)
  await page.getByLabel('Summary', { exact: true }).first().fill(words)
  await saveAndGo(page, draft)
}

test('what is frozen through one is opened through all, the same bytes', async ({ instances }) => {
  const form = new URLSearchParams({ address: '/r/1/2025-11-08/matrix' })
  const frozen = await fetch(`${instances.each[0]}/s`, { method: 'POST', body: form, redirect: 'manual' })
  expect(frozen.status).toBe(303)
  const snapshot = new URL(frozen.headers.get('location') ?? '', instances.all).pathname
  for (const file of [snapshot, `${snapshot}.json`, `${snapshot}.csv`]) {
    const [first, ...others] = await answersOfAll(instances, file)
    expect(first?.status, file).toBe(200)
    expect(others, file).toEqual([first, first])
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('of two who describe a draft through different ones, the second loses nothing', async ({ as }) => {
    await describeAtOnce(await as('ana'), await as('ben'))
  })

  test('who tries out passwords is counted by all of them together', async ({ page }) => {
    for (let attempt = 1; attempt <= 6; attempt++) {
      await page.goto('/admin/sign-in')
      await page.getByLabel('E-mail').fill(personOf('vera').email)
      await page.getByLabel('Password').fill(`a guess ${attempt}`)
      await page.getByRole('button', { name: 'Sign in' }).click()
      const told = page.getByRole('alert').first()
      if (attempt < 6) await expect(told).not.toContainText('Too many attempts')
      else await expect(told).toContainText('Too many attempts')
    }
  })
})

test('of three who look what is to be told, one tells the webhook of it', async () => {
  const told = () =>
    target.received.map(({ body }) => JSON.parse(body)).filter(({ type }) => type.startsWith('revision'))
  await expect.poll(told).not.toEqual([])
  await pause(Math.max(0, publishedAt + 7_000 - Date.now())) // each looks every five seconds
  expect(told().map(({ data }) => data.revision)).toEqual([2])
  await target.close()
})

test('an admin sees each of them and which revision it knows, and nobody else does', async ({ as, instances }) => {
  const ada = await as('ada')
  const heads = async () => {
    await ada.goto('/admin/status')
    const rows = await ada.getByRole('table').nth(1).locator('tbody tr').allInnerTexts()
    return instances.each.map((address) => rows.find((row) => row.includes(`:${new URL(address).port}`)) ?? '')
  }
  const says = expect.stringMatching(/\tfine\t[^\t]+\t2\t/) // its name, how it is, when it was seen, what it knows
  await expect.poll(heads, { timeout: 30_000, intervals: [2_000] }).toEqual([says, says, says])

  const ana = await as('ana')
  await ana.goto('/admin/status')
  await expect(ana).toHaveURL(/\/admin\/not-allowed\?needs=admin$/)
})
