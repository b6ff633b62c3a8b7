import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect as expectSoon } from './quiet'

const expect = expectSoon.configure({ timeout: 60_000 })

/** A notice that extends Announcement 70, as an editor types it. Every one has keys of its own. */
export type Notice = {
  readonly key: string
  readonly number: string
  readonly source: string
  readonly titleEn: string
  readonly titleZh: string
}

/** The notice of 20 November 2026; `serial` tells one run of the story from another. */
export function noticeNumber(serial: number): Notice {
  return {
    key: `cn-2026-${serial}`,
    number: `No. ${serial} of 2026`,
    source: `mofcom-ann-2026-${serial}`,
    titleEn: 'Announcement on Extending the Suspension under Announcement No. 70 of 2025',
    titleZh: '关于延长商务部、海关总署公告2025年第70号暂停实施期限的公告',
  }
}

const CLAUSE = '将商务部、海关总署公告2025年第70号所定暂停实施期限延长至2027年1月10日。'
const GLOSS = 'The period of suspension set by Announcement No. 70 of 2025 is extended to 10 January 2027.'

/** Opens a draft and leaves the page on it; returns its address. */
export async function openDraft(page: Page, said: { title: string; kind: string; reason: string }): Promise<string> {
  await page.goto('/admin/drafts/new')
  await page.getByLabel('Title', { exact: true }).fill(said.title)
  await page.getByRole('radio', { name: said.kind }).check()
  await page.getByLabel('Reason', { exact: true }).fill(said.reason)
  await page.getByRole('button', { name: 'Open the draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.title)
  return new URL(page.url()).pathname
}

/** Types the notice into a draft: its source, the instrument, and the clause that extends Announcement 70. */
export async function typeNotice(page: Page, draft: string, notice: Notice): Promise<void> {
  await typeSource(page, draft, notice)
  await typeInstrument(page, draft, notice)
  await typeExtension(page, draft, notice)
}

async function typeSource(page: Page, draft: string, { source, number }: Notice): Promise<void> {
  await page.goto(`${draft}/entries/new/source`)
  await fill(page, {
    Key: source,
    Title: `${number} (extension of Announcement No. 70 of 2025)`,
    Publisher: 'Ministry of Commerce of the PRC',
    Address: 'https://www.mofcom.gov.cn/zcfb/dwmygl/art/2026/art_extension.html',
    'Published on': '2026-11-20',
    Language: 'zh',
  })
  await choose(page, { 'Kind of source': 'Primary: the text of the law', 'How much of it was read': 'In full' })
  await saveAndGo(page, draft)
}

async function typeInstrument(page: Page, draft: string, notice: Notice): Promise<void> {
  await page.goto(`${draft}/entries/new/instrument`)
  await fill(page, {
    Key: notice.key,
    Regime: 'busan-suspension',
    Jurisdiction: 'CN',
    Number: notice.number,
    'Issued by': 'MOFCOM\nGAC',
    'Title in English': notice.titleEn,
    'Title in Chinese': notice.titleZh,
    'Issued on': '2026-11-20',
    Summary: 'Extends the suspension of the October 2025 package to 10 January 2027.',
    'Looked for later changes through': '2026-11-20',
  })
  await choose(page, { Force: 'Law: it binds' })
  await cite(page, notice)
  await saveAndGo(page, draft)
}

async function typeExtension(page: Page, draft: string, notice: Notice): Promise<void> {
  await page.goto(`${draft}/entries/new/provision?effect=extend`)
  await fill(page, {
    Key: `${notice.key}-extends-2025-70`,
    Instrument: notice.key,
    Clause: 'para 1',
    'First day in force': '2026-11-20',
    'Last day in force': '2027-01-10',
    'What it acts on, 1': 'cn-2025-70',
    'What the clause says': 'Extends the suspensions of No. 70 of 2025',
  })
  await choose(page, {
    'How the last day is known': 'The text says that the day is included',
    'What it was read in': 'The text itself',
    Confidence: 'High',
  })
  await cite(page, notice)
  await saveAndGo(page, draft)
}

async function cite(page: Page, { source }: Notice): Promise<void> {
  const row = page.getByRole('group', { name: 'Sources' }).getByRole('group', { name: 'row 1' })
  await row.getByLabel('Source', { exact: true }).fill(source)
  await row.getByLabel('Place in it').fill('para 1')
  await row.getByLabel('In its own language').fill(CLAUSE)
  await row.getByLabel('In English').fill(GLOSS)
}

/** A record's own field: rows of it, and the source that can be written beside it, have fields of the same names below. */
function field(page: Page, label: string): Locator {
  return page.getByLabel(label, { exact: true }).first()
}

async function fill(page: Page, values: { readonly [label: string]: string }): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value)
}

async function choose(page: Page, values: { readonly [label: string]: string }): Promise<void> {
  for (const [label, option] of Object.entries(values)) await field(page, label).selectOption(option)
}

/** Saves a form of an entry; it leads back to its draft, unless it has something to say. */
export async function saveAndGo(page: Page, draft: string): Promise<void> {
  await page.getByRole('button', { name: 'Save and go to the draft' }).click()
  await expect(page).toHaveURL(new RegExp(`${draft}([?#].*)?$`))
}

/** One part of a draft's page, by its heading. */
export function part(page: Page, name: string): Locator {
  return page.getByRole('main').getByRole('region', { name })
}

/** Two describe one draft at once, each having seen the same of it: the first is obeyed, the second is told and loses nothing. */
export async function describeAtOnce(ana: Page, ben: Page): Promise<void> {
  const draft = await openDraft(ana, { title: `Two at once ${randomUUID()}`, kind: 'Reworded', reason: 'First.' })
  for (const page of [ana, ben]) {
    await page.goto(draft)
    await page.getByText('Change title, kind or reason').click()
  }
  await ana.getByLabel('Reason', { exact: true }).fill('What Ana typed.')
  await ana.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(ana.getByRole('status')).toContainText('Saved.')
  await ben.getByLabel('Reason', { exact: true }).fill('What Ben typed.')
  await ben.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(ben.getByRole('alert')).toContainText('The draft was changed while you wrote')
  await expect(ben.getByLabel('Reason', { exact: true })).toHaveValue('What Ben typed.')
  await ana.goto(draft)
  await expect(ana.getByRole('main')).toContainText('What Ana typed.')
}
