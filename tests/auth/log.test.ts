import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logPage, wholeLog } from '@/lib/auth/log'
import type { Admin } from '@/lib/auth/person'
import { readLogQuestion } from '@/lib/contract/people/log-filter'
import { closeDatabase, kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'

const admin = { id: 'ana' } as Admin
let url = ''

beforeAll(async () => {
  url = await useDatabase('tables')
  const { prisma } = kept().editors
  await anaAndBen(kept().editors)
  const at = (time: string) => new Date(`2026-11-${time}Z`)
  await prisma.auditEntry.createMany({
    data: [
      { at: at('20T23:59:59.999'), person: 'ana', act: 'draft.opened', subject: 'd1' },
      { at: at('21T00:00:00.000'), person: 'ben', act: 'draft.approved', subject: 'd1' },
      { at: at('21T17:00:00.000'), person: null, act: 'session.refused', subject: 'ana', detail: { why: 'wrong' } },
    ],
  })
})

afterAll(closeDatabase)

async function narrowed(query: Record<string, string>): Promise<readonly string[]> {
  return (await logPage(admin, readLogQuestion(query))).acts.map(({ act }) => act)
}

describe('the log', () => {
  test('tells the newest act first', async () => {
    expect(await narrowed({})).toEqual(['session.refused', 'draft.approved', 'draft.opened'])
  })

  test('is narrowed to an act, to whom it concerns, and to a day in UTC', async () => {
    expect(await narrowed({ act: 'draft.opened' })).toEqual(['draft.opened'])
    expect(await narrowed({ person: 'ana' })).toEqual(['session.refused', 'draft.opened'])
    expect(await narrowed({ day: '2026-11-20' })).toEqual(['draft.opened'])
    expect(await narrowed({ day: '2026-11-21' })).toEqual(['session.refused', 'draft.approved'])
    expect(await narrowed({ day: '2026-11-31', act: "x' or '1'='1", before: 'x' })).toHaveLength(3)
    expect(await narrowed({ act: 'draft.unheard-of', person: 'ana\0' })).toHaveLength(3)
  })

  test('goes on below a number', async () => {
    const [newest] = (await logPage(admin, readLogQuestion({}))).acts
    expect(await narrowed({ before: newest?.number ?? '' })).toEqual(['draft.approved', 'draft.opened'])
  })

  test('is exported whole, and narrowed as the page is', async () => {
    expect(await wholeLog(admin, readLogQuestion({ person: 'ben' }))).toEqual([
      {
        number: expect.any(String),
        at: '2026-11-21T00:00:00.000Z',
        person: 'ben',
        name: 'Ben',
        act: 'draft.approved',
        subject: 'd1',
        detail: {},
      },
    ])
  })

  test('takes an act with the transaction it belongs to, or not at all', async () => {
    const { prisma } = kept().editors
    const undone = prisma.$transaction(async (transaction) => {
      await logAct(transaction, { person: 'ana', act: 'draft.abandoned', subject: 'd1' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await narrowed({ act: 'draft.abandoned' })).toEqual([])
  })
})

describe('nothing that was logged is changed or taken away', () => {
  const crimes = ["update audit_entry set act = 'x.y'", 'delete from audit_entry', 'truncate audit_entry']

  test.for(crimes)('by the application: %s', async (sql) => {
    await expect(kept().editors.pool.query(sql)).rejects.toThrow(/permission denied|append-only/)
  })

  test.for(crimes)('by the owner of the table: %s', async (sql) => {
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    await expect(owner.query(sql)).rejects.toThrow('audit_entry is append-only')
    await owner.end()
  })
})
