import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseAway } from '@/lib/db/away'
import { type Database, openDatabase } from '@/lib/db/connection'
import { pulseOf, whileItAnswers } from '@/lib/db/pulse'
import { aDatabase } from '../support/database'

const QUICK = { answerMs: 100, pulseMs: 300 }

let one: Database
let locking: pg.Client // as the user that migrates: the application's role may not lock
beforeAll(async () => {
  const url = await aDatabase('tables')
  one = openDatabase(url, 1)
  locking = new pg.Client({ connectionString: url })
  await locking.connect()
})
afterAll(() => Promise.all([one.close(), locking.end()]))

async function waited<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const pulse = pulseOf(one.pool, QUICK)
  return whileItAnswers(answer, pulse, QUICK).finally(pulse.end)
}

describe('a question that takes long', () => {
  test('is waited for while the server answers others, though every connection of the pool is taken', async () => {
    const slow = one.pool.query('select pg_sleep(1), 7 as seven')
    expect((await waited(slow)).rows).toMatchObject([{ seven: 7 }])
  })

  test('is given up once the server answers nobody, long before it runs out of its time', async () => {
    await locking.query('begin')
    await locking.query('lock table revision in access exclusive mode')
    const asked = one.pool.query('select count(*)::integer as count from revision')
    let isOver = false
    const over = asked.finally(() => {
      isOver = true
    })
    await expect(waited(asked)).rejects.toThrow(DatabaseAway)
    expect(isOver).toBe(false)
    await locking.query('rollback')
    expect((await over).rows).toEqual([{ count: 0 }])
    expect((await waited(one.pool.query('select 1 as one'))).rows).toEqual([{ one: 1 }])
  })

  test('fails as it fails', async () => {
    await expect(waited(one.pool.query('select pg_sleep(0.3), 1 / 0'))).rejects.toThrow('division by zero')
  })
})
