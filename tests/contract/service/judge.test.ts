import { describe, expect, test } from 'vitest'
import { judgeService, LINES, type Subject, type Urgency } from '@/lib/contract/service/judge'
import type { InstanceStanding, ServiceStanding } from '@/lib/contract/service/standing'

const INSTANCE: InstanceStanding = {
  id: 'one',
  name: 'host:3000',
  version: '0.1.0',
  build: 'abc',
  startedAt: '2026-11-22T00:00:00.000Z',
  head: 7,
  memoryMb: 200,
  refused: 0,
  faults: 0,
  silentFor: 3,
  ended: false,
}

const BACKUP = { age: 3_600, at: '2026-11-22T00:00:00.000Z', revision: 7, bytes: 1_000 }

const FINE: ServiceStanding = {
  newest: 7,
  instances: [INSTANCE, { ...INSTANCE, id: 'two' }],
  database: { bytes: 1_000, connections: 10, most: 100 },
  replicas: [{ number: 1, head: 7 }],
  webhooks: { on: 1, off: 0, due: 0, longestDue: 0, givenUp: 0 },
  backup: { last: BACKUP, failedSince: false },
  overdue: { looks: 0, isAll: true, silences: 0 },
  integrity: { checkedThrough: 7, broken: null },
}

const one = (said: Partial<InstanceStanding>) => ({ instances: [INSTANCE, { ...INSTANCE, id: 'two', ...said }] })

const CASES: readonly (readonly [string, Partial<ServiceStanding>, Subject, Urgency])[] = [
  ['an instance that was not heard of for a minute', one({ silentFor: 60 }), 'instances', 'look'],
  ['one that was not heard of for long', one({ silentFor: 301 }), 'instances', 'act'],
  ['one that is long gone', one({ silentFor: LINES.gone + 1 }), 'instances', 'look'],
  ['one that ended as it was asked to', one({ silentFor: 4_000, ended: true, head: 3 }), 'instances', 'fine'],
  ['one that is behind', one({ head: 6 }), 'instances', 'look'],
  ['one that was asked nothing yet', one({ head: null }), 'instances', 'fine'],
  ['few connections left', { database: { bytes: 1, connections: 80, most: 100 } }, 'database', 'look'],
  ['no connections left', { database: { bytes: 1, connections: 99, most: 100 } }, 'database', 'act'],
  ['no copies', { replicas: [] }, 'replicas', 'fine'],
  ['a copy that is behind', { replicas: [{ number: 1, head: 6 }] }, 'replicas', 'look'],
  ['a copy that does not answer', { replicas: [{ number: 1, head: null }] }, 'replicas', 'act'],
  ['no backup', { backup: { last: null, failedSince: false } }, 'backups', 'act'],
  [
    'a backup of the day before',
    { backup: { last: { ...BACKUP, age: 93_600 }, failedSince: false } },
    'backups',
    'look',
  ],
  ['a backup of last week', { backup: { last: { ...BACKUP, age: 600_000 }, failedSince: false } }, 'backups', 'act'],
  ['a backup that failed', { backup: { last: BACKUP, failedSince: true } }, 'backups', 'look'],
  ['a message that waits', { webhooks: { ...FINE.webhooks, due: 1, longestDue: 900 } }, 'webhooks', 'look'],
  [
    'one that waits since the morning',
    { webhooks: { ...FINE.webhooks, due: 1, longestDue: 21_600 } },
    'webhooks',
    'act',
  ],
  ['one that was given up', { webhooks: { ...FINE.webhooks, givenUp: 1 } }, 'webhooks', 'look'],
  ['a fault', one({ faults: 1 }), 'faults', 'look'],
  ['a fault of an instance that ended', one({ faults: 1, ended: true }), 'faults', 'fine'],
  ['somebody turned away', one({ refused: 1 }), 'limits', 'look'],
  ['an overdue look', { overdue: { looks: 1, isAll: true, silences: 0 } }, 'overdue', 'look'],
  ['a silence', { overdue: { looks: 1, isAll: true, silences: 1 } }, 'overdue', 'act'],
  ['a chain that does not hold', { integrity: { checkedThrough: 4, broken: 5 } }, 'integrity', 'act'],
]

describe('how the service stands', () => {
  test('is fine where nothing is wrong', () => {
    expect(judgeService(FINE).filter(({ urgency }) => urgency !== 'fine')).toEqual([])
  })

  test.for(CASES)('%s', ([, said, subject, urgency]) => {
    const judged = judgeService({ ...FINE, ...said })
    expect(judged.find((one) => one.subject === subject)).toEqual({ subject, urgency })
    expect(judged.filter((one) => one.subject !== subject && one.urgency !== 'fine')).toEqual([])
  })
})
