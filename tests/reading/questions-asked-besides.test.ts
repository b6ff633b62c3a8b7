import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readAddress } from '@/lib/contract/address-reading'
import { listQuery, matrixQuery, statusQuery, timelineQuery } from '@/lib/contract/api/queries'
import { EVERYTHING, FEED_PATHS } from '@/lib/contract/feed-address'
import { closeDatabase } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { localDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { readRecord, readRecords } from '@/lib/reading/api/records'
import { readRevisions } from '@/lib/reading/api/revisions'
import { readMatrix, readStatus, readTimeline } from '@/lib/reading/cells'
import { compareForm } from '@/lib/reading/compare-form'
import { revisionFeed } from '@/lib/reading/feed'
import { legalCalendar } from '@/lib/reading/legal-calendar'
import { livePages } from '@/lib/reading/live-pages'
import { readPage } from '@/lib/reading/page'
import { searchPage } from '@/lib/reading/search-page'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { readNothing } from '../support/read-nothing'
import { theRecord } from '../support/record'
import { appendHistory } from '../support/revisions'
import { statementsOf } from '../support/statements'

const ALL = { followed: EVERYTHING, before: null }
const ASKED_AT = { rev: '7', on: '2026-11-22' }
const LISTED = listQuery.parse({ rev: '7', limit: '50' })
const [claim] = theRecord().claims
const [series] = theRecord().indicators

/**
 * What readers and machines ask besides the pages that are opened in parts, each of a process that holds nothing
 * of the record, and remembers of its revisions what they moved.
 */
type Counts = readonly [first: number, again: number]

const page = (address: string) => () => answered(readAt(address))
const ASKED: readonly (readonly [name: string, ask: () => Promise<unknown>, whole: Counts, part: Counts])[] = [
  ['the claims', page('claims'), [13, 0], [14, 0]],
  ['a claim', page(`claims/${claim?.key}`), [13, 0], [14, 0]],
  ['the calendar', page('calendar'), [16, 3], [17, 3]],
  ['a product check', page('check/cell/Dy/metal'), [13, 0], [14, 0]],
  ['the regimes', page('regimes'), [13, 0], [14, 0]],
  ['a regime', page('regimes/october-9'), [13, 0], [14, 0]],
  ['the instruments', page('instruments'), [13, 0], [14, 0]],
  ['the evidence', page('evidence'), [13, 0], [14, 0]],
  ['a series', page(`evidence/${series?.key}`), [13, 0], [16, 1]],
  ['the changes', page('changes'), [16, 3], [17, 3]],
  ['the history of a record', page('history/material/Dy'), [21, 8], [22, 8]],
  ['a search', () => searchPage('dysprosium'), [16, 3], [41, 29]],
  ['the feed', () => answered(revisionFeed(FEED_PATHS.atom, ALL, '')), [19, 6], [20, 6]],
  ['the calendar file', () => answered(legalCalendar(ALL, '')), [14, 1], [15, 1]],
  ['the form of a comparison', compareForm, [14, 1], [14, 1]],
  ['the sitemap', livePages, [5, 5], [5, 5]],
  [
    'a status',
    () => answered(readStatus(statusQuery.parse({ material: 'Dy', form: 'metal', ...ASKED_AT }))),
    [13, 0],
    [12, 0],
  ],
  ['a timeline', () => answered(readTimeline(timelineQuery.parse({ material: 'Dy', ...ASKED_AT }))), [13, 0], [16, 1]],
  [
    'a matrix for machines',
    () => answered(readMatrix(matrixQuery.parse({ scope: 'all', ...ASKED_AT }))),
    [13, 0],
    [14, 1],
  ],
  ['a list for machines', () => answered(readRecords('materials', LISTED, '')), [13, 0], [14, 0]],
  ['a record for machines', () => answered(readRecord('materials', { key: 'Dy', rev: 7 })), [13, 0], [14, 0]],
  ['the revisions for machines', () => answered(readRevisions(LISTED, '')), [15, 2], [15, 2]],
]

beforeAll(async () => {
  const url = await useDatabase('record')
  const database = openDatabase(url)
  await anaAndBen(database)
  await appendHistory(database)
  await database.close()
  await page('changes')()
  await answered(legalCalendar(ALL, ''))
})

beforeEach(readNothing)

afterEach(() => {
  delete process.env['HOLD_WHOLE_UP_TO']
})

afterAll(closeDatabase)

describe.each(ASKED)('%s', (_, ask, whole, part) => {
  test('of a record held whole', async () => {
    expect(await askedFor(ask)).toEqual(whole)
  })

  test('of a record in parts', async () => {
    process.env['HOLD_WHOLE_UP_TO'] = '0'
    expect(await askedFor(ask)).toEqual(part)
  })
})

test('the form of a comparison offers in parts what it offers of the whole, but for the list of all parties', async () => {
  const whole = await compareForm()
  readNothing()
  process.env['HOLD_WHOLE_UP_TO'] = '0'
  const part = await compareForm()
  expect(part).toEqual({ ...whole, parties: [] })
  expect(whole?.parties.length).toBeGreaterThan(100)
})

/** How many questions the first time, and again. */
async function askedFor(ask: () => Promise<unknown>): Promise<Counts> {
  const first = await statementsOf(ask)
  const again = await statementsOf(ask)
  return [questions(first).length, questions(again).length]
}

async function answered(asked: Promise<Result<unknown, unknown>>): Promise<void> {
  const answer = await asked
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
}

function readAt(view: string): Promise<Result<unknown, unknown>> {
  const address = readAddress(['7', '2026-11-22', ...view.split('/')])
  if (!address.ok) throw new Error(JSON.stringify(address.refusal))
  return readPage(address.value, localDate('2026-11-22'))
}

/** What is asked; what a new connection asks of its rights is not counted. */
function questions(statements: Awaited<ReturnType<typeof statementsOf>>) {
  return statements.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && !text.includes('set_config'))
}
