import { readFileSync } from 'node:fs'
import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { inProject } from '@/lib/operating/root'
import { test } from './support/editors'
import { noticeNumber, openDraft, part, typeNotice } from './support/notice'
import { expect as expectSoon } from './support/quiet'
import { submitForReview } from './support/review'

// Consequences are worked out anew after each step, and other tests share the machine: slow is not wrong.
const expect = expectSoon.configure({ timeout: 60_000 })

// The story ends where it began: whatever else is published here finds the record as it was.
test.use({ sluice: 'published' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

type Cell = { readonly material: string; readonly form: string; readonly status: string }

for (const { scripts, serial } of [
  { scripts: true, serial: 61 },
  { scripts: false, serial: 62 },
]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a notice extends Announcement 70: drafted, looked at, reviewed, published and taken back', async ({
      as,
      request,
    }) => {
      const notice = noticeNumber(serial)
      const first = await newestRevision(request)
      const before = await pinnedAnswers(request, first)
      const statuses = {
        gap: await cells(request, first, '2026-11-15'),
        pause: await cells(request, first, '2026-12-01'),
      }
      const ended = named(statuses.pause.filter(({ status }) => status === 'pause-ended'))

      const ana = await as('ana')
      const title = `MOFCOM extends Announcement 70 (${notice.number})`
      const draft = await test.step('Ana drafts it', async () => {
        const opened = await openDraft(ana, {
          title,
          kind: 'The law changed',
          reason: 'MOFCOM extended the suspension of the October 2025 package to 10 January 2027.',
        })
        await typeNotice(ana, opened, notice)
        return opened
      })

      await test.step('the rules tell the late extension with its gap days, and she confirms it', async () => {
        const rules = part(ana, 'Rules')
        await expect(rules).toContainText('late extension')
        await expect(rules).toContainText('11 November 2026 to 19 November 2026')
        await rules.getByRole('button', { name: 'Confirm: it is meant so' }).click()
        await expect(ana.getByRole('status').filter({ hasText: 'Confirmed.' })).toBeVisible()
        await expect(part(ana, 'Rules')).toContainText('Confirmed by Ana Editor')
      })

      await test.step('the preview lists exactly the cells that flip', async () => {
        const consequences = await consequencesOn(ana, scripts)
        await expect(consequences).toContainText('The first day that changes is 11 November 2026.')
        const groups = consequences.getByRole('region', { name: 'plain question' }).getByRole('row')
        const gap = groups.filter({ hasText: '11 November 2026 to 19 November 2026' })
        const pause = groups.filter({ hasText: '20 November 2026 to 10 January 2027' })
        await expect(groups).toHaveCount(3)
        await expect(gap).toContainText('pause ended, not verified')
        await expect(gap.getByRole('cell').nth(2)).toContainText('licence')
        await expect(pause.getByRole('cell').nth(2)).toContainText('paused')
        await expect(pause.getByRole('cell').nth(2)).toContainText('scheduled: licence resumes on 11 January 2027')
        await expect(pause.getByRole('cell').nth(2)).toContainText('from 11 Jan 2027: pause ended, not verified')
        expect(await cellsTold(gap)).toEqual(ended)
        expect(await cellsTold(pause)).toEqual(ended)
        for (const symbol of ['Ho', 'Er', 'Tm', 'Eu', 'Yb'])
          expect(ended.some((cell) => cell.startsWith(`${symbol}: `))).toBe(true)
        await expect(consequences).toContainText('claims whose verdict changes')
        await expect(consequences).toContainText('China and the US agreed to extend')
      })

      await test.step('she submits it, and cannot publish it herself', async () => {
        if (!scripts) await ana.goto(draft)
        await submitForReview(ana, scripts)
        await expect(ana.getByRole('status').filter({ hasText: 'Submitted' })).toBeVisible()
        await expect(part(ana, 'Review')).toContainText('You wrote part of it: another reviewer publishes it.')
        await expect(ana.getByRole('button', { name: 'Publish now' })).toHaveCount(0)
      })

      const ben = await as('ben')
      const published = first + 1
      await test.step('Ben finds it on his desk, reads it and publishes it', async () => {
        await ben.goto('/admin')
        await ben.getByRole('link', { name: title }).click()
        await expect(part(ben, 'Entries')).toContainText(notice.titleZh)
        await expect(part(ben, 'Entries')).toContainText('10 January 2027')
        await expect(part(ben, 'Entries')).toContainText('延长至2027年1月10日')
        await ben.getByRole('button', { name: 'Approve' }).click()
        await expect(ben.getByRole('status').filter({ hasText: 'Approved.' })).toBeVisible()
        const began = performance.now()
        await ben.getByRole('button', { name: 'Publish now', exact: true }).click()
        await expect(ben.getByRole('status').filter({ hasText: `Published as revision ${published}` })).toBeVisible()
        const clicked = performance.now()
        const front = await request.get('/')
        expect(await front.text()).toContain(`revision ${published}`)
        const took = { click: Math.round(clicked - began), front: Math.round(performance.now() - clicked) }
        test.info().annotations.push({
          type: 'measured',
          description: `publish to page told ${took.click} ms, then front page ${took.front} ms`,
        })
      })

      await test.step('readers see it at once: now, pinned, and in the changes', async () => {
        const gap = await cells(request, published, '2026-11-15')
        const pause = await cells(request, published, '2026-12-01')
        const after = await cells(request, published, '2027-01-11')
        expect(named(flipped(statuses.gap, gap, 'licence'))).toEqual(ended)
        expect(named(flipped(statuses.pause, pause, 'paused'))).toEqual(ended)
        expect(flipped(statuses.gap, gap)).toHaveLength(ended.length)
        expect(flipped(statuses.pause, pause)).toHaveLength(ended.length)
        expect(named(after.filter(({ status }) => status === 'pause-ended'))).toEqual(ended)

        const reader = await readerOf(ana)
        await reader.goto('/?on=2026-12-01')
        expect(reader.url()).toContain(`/r/${published}/2026-12-01/`)
        await expect(reader.getByRole('table').getByRole('row', { name: /Holmium/ })).toContainText('paused')
        await reader.goto(`/changes/${published}`)
        await expect(reader.getByRole('main')).toContainText(notice.number)
        await expect(reader.getByRole('main')).toContainText('Ben of Sluice')
        await expect(reader.getByRole('main')).toContainText('scheduled: licence resumes on 11 January 2027')
        await expect(reader.locator('body')).not.toContainText('Ana Editor')
        await reader.context().close()
      })

      await test.step('every older pinned answer is what it was, byte for byte', async () => {
        expect(await pinnedAnswers(request, first)).toEqual(before)
      })

      await test.step('Ben takes it back, through a draft that Cai publishes', async () => {
        await ben.goto(`/admin/history/${published}`)
        await ben.getByRole('button', { name: 'Take this revision back' }).click()
        await expect(ben.getByRole('heading', { level: 1 })).toContainText(`Take back revision ${published}`)
        const revert = new URL(ben.url()).pathname
        await confirmAll(ben)
        if (scripts) {
          const consequences = await consequencesOn(ben, scripts)
          await expect(consequences).toContainText('The first day that changes is 11 November 2026.')
        }
        await submitForReview(ben, scripts)
        await expect(ben.getByRole('status').filter({ hasText: 'Submitted' })).toBeVisible()

        const cai = await as('cai')
        await cai.goto(revert)
        await cai.getByRole('button', { name: 'Publish now', exact: true }).click()
        await expect(
          cai.getByRole('status').filter({ hasText: `Published as revision ${published + 1}` }),
        ).toBeVisible()
        expect(await cells(request, published + 1, '2026-12-01')).toEqual(statuses.pause)
        expect(await cells(request, published + 1, '2026-11-15')).toEqual(statuses.gap)
      })

      await test.step('history shows both, to editors with names and to readers without', async () => {
        await ana.goto('/admin/history')
        const list = ana.getByRole('main').getByRole('listitem')
        await expect(
          list.filter({ has: ana.getByRole('heading', { name: `Revision ${published}`, exact: true }) }),
        ).toContainText(`taken back in revision ${published + 1}`)
        await expect(
          list.filter({ has: ana.getByRole('heading', { name: `Revision ${published + 1}`, exact: true }) }),
        ).toContainText(`takes back revision ${published}`)
        const changes = await (await request.get('/changes')).text()
        expect(changes).toContain(`/changes/${published}`)
        expect(changes).toContain(`/changes/${published + 1}`)
        expect(await pinnedAnswers(request, first)).toEqual(before)
      })
    })
  })
}

async function newestRevision(request: APIRequestContext): Promise<number> {
  const { question } = (await (await request.get('/api/v1/status?material=Ho&form=metal&on=2026-11-22')).json()) as {
    question: { rev: number }
  }
  return question.rev
}

/** Pages and data that name a revision, as they were sent. */
async function pinnedAnswers(request: APIRequestContext, revision: number): Promise<readonly string[]> {
  const asked = [
    `/r/${revision}/2026-11-22/matrix`,
    `/r/${revision}/2026-12-01/scope/all/matrix`,
    `/r/${revision}/2026-11-22/materials/Ho`,
    `/r/${revision}/2026-11-22/proof/Ho/metal`,
    `/r/${revision}/2026-11-22/instruments/cn-2025-70`,
    `/r/${revision}/2026-11-22/changes`,
    `/api/v1/status?material=Ho&form=metal&on=2026-11-22&rev=${revision}`,
    `/api/v1/matrix?on=2026-12-01&scope=all&rev=${revision}`,
  ]
  return Promise.all(
    asked.map(async (address) => {
      const answer = await request.get(address)
      expect(answer.status(), address).toBe(200)
      return `${address}\n${await answer.text()}`
    }),
  )
}

async function cells(request: APIRequestContext, revision: number, on: string): Promise<readonly Cell[]> {
  const answer = await request.get(`/api/v1/matrix?scope=all&on=${on}&rev=${revision}`)
  const { cells: all } = (await answer.json()) as { readonly cells: readonly Cell[] }
  expect(all.length).toBeGreaterThan(100)
  return all.map(({ material, form, status }) => ({ material, form, status }))
}

/** The cells of the second list that have another status than in the first. */
function flipped(before: readonly Cell[], after: readonly Cell[], to?: string): readonly Cell[] {
  const was = new Map(before.map(({ material, form, status }) => [`${material} ${form}`, status]))
  return after.filter(
    ({ material, form, status }) => was.get(`${material} ${form}`) !== status && (to === undefined || status === to),
  )
}

type Keyed = { readonly key: string; readonly nameEn: string }
const namesIn = (file: string) =>
  new Map(
    (JSON.parse(readFileSync(inProject(`prisma/data/${file}.json`), 'utf8')) as Keyed[]).map((one) => [
      one.key,
      one.nameEn,
    ]),
  )
const MATERIALS = namesIn('materials')
const FORMS = namesIn('forms')

/** Cells as a preview tells them: `Ho: Metal`. */
function named(all: readonly Cell[]): readonly string[] {
  return all
    .map(({ material, form }) => {
      const name = /^[A-Z][a-z]?$/.test(material) ? material : MATERIALS.get(material)
      return `${name}: ${FORMS.get(form)}`
    })
    .sort()
}

/** Every cell that a group of a preview lists. */
async function cellsTold(group: Locator): Promise<readonly string[]> {
  const lines = await group.getByRole('rowheader').locator('details li').allTextContents()
  return lines
    .flatMap((line) => {
      const [, material = '', forms = ''] = /^(.*?): (.*)$/.exec(line) ?? []
      return forms.split(', ').map((form) => `${material}: ${form}`)
    })
    .sort()
}

/** Where the consequences of the draft that a page shows stand: streamed into it, or on a page of their own. */
async function consequencesOn(page: Page, scripts: boolean): Promise<Locator> {
  if (!scripts) await page.getByRole('link', { name: 'Consequences on a page of their own' }).click()
  const place = scripts ? part(page, 'Consequences') : page.getByRole('main')
  await expect(place).toContainText('The first day that changes', { timeout: 60_000 })
  return place
}

/** Confirms whatever the draft that a page shows asks to be confirmed. */
async function confirmAll(page: Page): Promise<void> {
  for (;;) {
    const confirm = part(page, 'Rules').getByRole('button', { name: 'Confirm: it is meant so' }).first()
    if ((await confirm.count()) === 0) return
    await confirm.click()
    await expect(page.getByRole('status').filter({ hasText: 'Confirmed.' })).toBeVisible()
  }
}

/** A page of somebody who has not signed in, in the same browser. */
async function readerOf(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('a page without a browser')
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  return context.newPage()
}
