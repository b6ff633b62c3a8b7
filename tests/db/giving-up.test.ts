import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { over, settingsOf } from '@/lib/db/connection'
import { aDatabase } from '../support/database'

let url: string
beforeAll(async () => {
  url = await aDatabase('tables')
})

describe('a transaction in which a question ran out of time', () => {
  let database: ReturnType<typeof over>
  beforeAll(() => {
    const pool = new pg.Pool({ ...settingsOf(url, 'sluice_application', 1), query_timeout: 300 })
    database = over(pool)
  })
  afterAll(() => database.close())

  const insert = (id: string) =>
    `insert into person (id, name, email, role) values ('${id}', 'A test', '${id}@example.org', 'editor')`

  test('is given up with its connection: the next one on it commits nothing but its own', async () => {
    const first = await database.pool.connect()
    await first.query('begin')
    await first.query(insert('given-up'))
    await expect(first.query('select pg_sleep(1)')).rejects.toThrow('Query read timeout')
    await first.query('rollback').catch(() => undefined) // as Prisma does, before it gives the connection back
    first.release()
    await pause(1_000) // by now the server has answered, and would go on

    const second = await database.pool.connect()
    await second.query('begin')
    await second.query(insert('kept'))
    await second.query('commit')
    second.release()
    const { rows } = await database.pool.query('select id from person order by id')
    expect(rows).toEqual([{ id: 'kept' }])
  })
})

test('a connection waits half a minute at most in the middle of a transaction: it may hold what others wait for', async () => {
  const database = over(new pg.Pool(settingsOf(url, 'sluice_application', 1)))
  const { rows } = await database.pool.query('show idle_in_transaction_session_timeout')
  await database.close()
  expect(rows).toEqual([{ idle_in_transaction_session_timeout: '30s' }])
})
