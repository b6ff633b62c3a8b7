import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { type Beat, instances, sayAlive, sayEnded } from '@/lib/db/service/instances'
import { databaseStanding, poolsStanding, replicasStanding, webhooksStanding } from '@/lib/db/service/standing'
import { standingAt } from '@/lib/editing/service/standing'
import { useDatabase } from '../support/database'
import { openSql, type Sql } from './sql'

let owner: Sql
beforeAll(async () => {
  owner = await openSql(await useDatabase('record'))
})
afterAll(closeDatabase)

const beat = (id: string, said: Partial<Beat> = {}): Beat => ({
  id,
  name: `${id}:3000`,
  version: '0.1.0',
  build: 'abc',
  startedAt: new Date('2026-11-22T00:00:00Z'),
  head: 1,
  memoryMb: 200,
  refused: 0,
  faults: 0,
  ...said,
})

describe('the processes that serve', () => {
  test('say what they are, and again what has changed', async () => {
    await sayAlive(beat('one', { head: null }))
    await sayAlive(beat('one', { head: 1, refused: 3, faults: 2, memoryMb: 300, version: 'another' }))
    const [one, ...others] = await instances()
    expect(others).toEqual([])
    expect(one).toEqual({
      ...beat('one', { refused: 3, faults: 2, memoryMb: 300 }),
      silentFor: expect.any(Number),
      ended: false,
    })
  })

  test('that ended are told last, and those of another day not at all', async () => {
    await sayAlive(beat('two', { startedAt: new Date('2026-11-22T01:00:00Z') }))
    await sayEnded('two')
    await owner.run(`insert into instance select 'old', name, version, build, started_at, now() - interval '2 days', null,
      1, 1, 0, 0 from instance where id = 'one'`)
    expect((await instances()).map(({ id, ended }) => [id, ended])).toEqual([
      ['one', false],
      ['two', true],
    ])
  })

  test('are taken away a week after they were heard of, when another one begins', async () => {
    await owner.run(`update instance set seen_at = now() - interval '8 days' where id = 'old'`)
    await sayAlive(beat('one'))
    expect(await owner.run(`select id from instance where id = 'old'`)).toHaveLength(1)
    await sayAlive(beat('three'))
    expect(await owner.run(`select id from instance where id = 'old'`)).toEqual([])
  })
})

test('the database and what hangs on it are told in figures', async () => {
  const { bytes, connections, most } = await databaseStanding()
  expect(bytes).toBeGreaterThan(1_000_000)
  expect(connections).toBeGreaterThan(0)
  expect(most).toBeGreaterThanOrEqual(connections)
  expect(await replicasStanding()).toEqual([])
  expect(poolsStanding().map(({ pool }) => pool)).toEqual(['readers', 'editors', 'sharing'])
})

test('messages that are due, and those that were given up, are counted', async () => {
  await owner.run(`
    insert into person (id, name, email, role) values ('ada', 'Ada', 'ada@example.org', 'admin');
    insert into webhook (id, url, description, kinds, materials, regimes, state, secret, told_revision, told_day, created_by)
      values ('w1', 'https://a.example', 'A', '{revision.published}', '{}', '{}', 'on', 'x', 1, '2026-11-22', 'ada'),
        ('w2', 'https://b.example', 'B', '{revision.published}', '{}', '{}', 'off', 'x', 1, '2026-11-22', 'ada');
    insert into webhook_delivery (id, webhook, event, kind, payload, state, attempts, next_at, made_at) values
      ('d1', 'w1', 'e1', 'revision.published', '{}', 'waiting', 0, now() - interval '20 minutes', now()),
      ('d2', 'w1', 'e2', 'revision.published', '{}', 'waiting', 0, now() + interval '20 minutes', now()),
      ('d3', 'w1', 'e3', 'revision.published', '{}', 'given-up', 1, now(), now()),
      ('d4', 'w1', 'e4', 'revision.published', '{}', 'given-up', 1, now(), now());
    insert into webhook_attempt (delivery, number, at, ms, outcome, code, excerpt) values
      ('d3', 1, now(), 5, 'refused', 500, ''), ('d4', 1, now() - interval '2 days', 5, 'refused', 500, '')`)
  const { longestDue, ...counts } = await webhooksStanding()
  expect(counts).toEqual({ on: 1, off: 1, due: 1, givenUp: 1 })
  expect(longestDue).toBeGreaterThanOrEqual(20 * 60)
  expect(longestDue).toBeLessThan(21 * 60)
})

test('what is overdue goes by the day that it is', async () => {
  const { newest, overdue, backup } = await standingAt(new Date('2026-11-22T04:00:00Z'))
  expect([newest, backup]).toEqual([1, { last: null, failedSince: false }])
  expect(overdue).toMatchObject({ isAll: true, silences: 1 })
  expect((await standingAt(new Date('2026-11-10T04:00:00Z'))).overdue.silences).toBe(0)
})
