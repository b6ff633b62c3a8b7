import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readAddress } from '@/lib/contract/address-reading'
import { closeDatabase } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { localDate } from '@/lib/ledger/interval'
import { readPage } from '@/lib/reading/page'
import { aDatabase } from '../support/database'
import { revisionsOf } from '../support/large/history'
import { anaAndBen } from '../support/people'
import { readNothing } from '../support/read-nothing'
import { appendHistory } from '../support/revisions'
import { statementsOf } from '../support/statements'

/**
 * How many statements a page asks of the database, the first time and again: of a record held whole, and of one in parts
 * whatever its size. What is asked again finds where the page stands in the order of all materials, or is a comparison's own.
 */
const ASKED: readonly (readonly [page: string, whole: readonly [number, number], part: readonly [number, number]])[] = [
  ['matrix', [13, 0], [13, 0]],
  ['scope/all/matrix', [13, 0], [14, 1]],
  ['materials/Dy', [13, 0], [16, 1]],
  ['proof/Dy/metal', [13, 0], [12, 0]],
  ['instruments/cn-2025-18', [13, 0], [13, 0]],
  ['sources/mofcom-ann-2025-57', [13, 0], [12, 0]],
  ['compare/1/2025-10-09', [14, 1], [14, 1]],
]

let real: string
let history: string
let large: string

beforeAll(async () => {
  real = await aDatabase('record')
  history = await aDatabase('record')
  const database = openDatabase(history)
  await anaAndBen(database)
  await appendHistory(database)
  await database.close()
  large = await aDatabase('large')
})

beforeEach(() => {
  process.env['HOLD_WHOLE_UP_TO'] = '0'
})

afterEach(() => {
  delete process.env['HOLD_WHOLE_UP_TO']
})

afterAll(closeDatabase)

describe('of the real record', () => {
  beforeAll(() => {
    process.env['DATABASE_URL'] = real
  })
  afterAll(closeDatabase)

  test.for(ASKED)('the page %s asks this often where the record is held whole', async ([page, whole]) => {
    delete process.env['HOLD_WHOLE_UP_TO']
    expect(await askedFor(1, page)).toEqual(whole)
  })

  test.for(ASKED)('the page %s asks this often where the record is held in parts', async ([page, , part]) => {
    expect(await askedFor(1, page)).toEqual(part)
  })
})

describe('of a record twenty times as large', () => {
  beforeAll(() => {
    process.env['DATABASE_URL'] = large
  })
  afterAll(closeDatabase)

  test.for(ASKED)('the page %s asks as often as of a small one in parts', async ([page, , part]) => {
    expect(await askedFor(page.startsWith('compare') ? 1 : revisionsOf(20), page)).toEqual(part)
  })
})

test('the first page after a publication asks what was changed, and not for the record', async () => {
  delete process.env['HOLD_WHOLE_UP_TO']
  process.env['DATABASE_URL'] = history
  await read(1, 'matrix')
  const after = await statementsOf(() => read(2, 'matrix'))
  expect(questions(after)).toHaveLength(4)
})

/** The first time, and again. */
async function askedFor(revision: number, page: string): Promise<readonly [number, number]> {
  readNothing()
  const first = await statementsOf(() => read(revision, page))
  const again = await statementsOf(() => read(revision, page))
  return [questions(first).length, questions(again).length]
}

async function read(revision: number, page: string): Promise<void> {
  const address = readAddress([String(revision), '2026-11-22', ...page.split('/')])
  if (!address.ok) throw new Error(JSON.stringify(address.refusal))
  const answer = await readPage(address.value, localDate('2026-11-22'))
  if (!answer.ok) throw new Error(`${page}: ${JSON.stringify(answer.refusal)}`)
}

/** What a page asks; what a new connection asks of its rights is not counted. */
function questions(statements: Awaited<ReturnType<typeof statementsOf>>) {
  return statements.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && !text.includes('set_config'))
}
