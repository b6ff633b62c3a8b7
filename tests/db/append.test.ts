import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendRevision } from '@/lib/db/append'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision, revisions } from '@/lib/db/revisions'
import type { Change } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import type { Revision } from '@/lib/ledger/revision'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { useDatabase } from '../support/database'
import { anaAndBen, byAnaThroughBen } from '../support/people'
import { hash } from './sql'

let database: Database
let first: Revision
let asLoaded: WholeRecord

const following = (before: Revision, own: string, said: Partial<Revision> = {}): Revision => ({
  number: before.number + 1,
  kind: 'verification',
  author: 'Ana',
  reason: 'Looked again',
  recordedAt: '2026-11-22T01:02:03.456Z',
  previousHash: before.hash,
  hash: own,
  ...said,
})

function record(found: WholeRecord | null): WholeRecord {
  if (found === null) throw new Error('that revision is not there')
  return found
}

const verified = (key: string, on: string): Change => {
  const instrument = asLoaded.instruments.find((one) => one.key === key)
  if (instrument === undefined) throw new Error(`no instrument ${key}`)
  return { kind: 'instrument', key, record: { ...instrument, verifiedThrough: localDate(on) } }
}

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  asLoaded = structuredClone(record(await ledgerAt(1)))
  first = (await revisions())[0] as Revision
})

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

describe('appending a revision', () => {
  test('changes what it names, and nothing that an earlier revision says', async () => {
    const second = following(first, hash('2'))
    expect(await ledgerAt(2)).toBeNull()

    const appended = await appendRevision(database, second, [verified('cn-2025-70', '2026-11-21')], byAnaThroughBen())

    expect(appended).toEqual({ ok: true, value: { revision: 2 } })
    expect(await headRevision()).toBe(2)
    expect(await revisions()).toEqual([second, first])
    const now = record(await ledgerAt(2))
    expect(now.instruments.find(({ key }) => key === 'cn-2025-70')?.verifiedThrough).toBe('2026-11-21')
    expect({ ...now, instruments: [] }).toEqual({ ...asLoaded, instruments: [] })
    expect(now.instruments.filter(({ key }) => key !== 'cn-2025-70')).toEqual(
      asLoaded.instruments.filter(({ key }) => key !== 'cn-2025-70'),
    )
    await closeDatabase()
    expect(await ledgerAt(1)).toEqual(asLoaded)
  })

  test('may withdraw a record, and take it up again', async () => {
    const event = record(await ledgerAt(2)).events[0]
    if (event === undefined) throw new Error('the record has no event')
    const third = following(following(first, hash('2')), hash('3'), { kind: 'correction' })

    await appendRevision(database, third, [{ kind: 'event', key: event.key, record: null }], byAnaThroughBen())
    await appendRevision(
      database,
      following(third, hash('4')),
      [{ kind: 'event', key: event.key, record: event }],
      byAnaThroughBen(),
    )

    expect(record(await ledgerAt(3)).events.map(({ key }) => key)).not.toContain(event.key)
    expect(record(await ledgerAt(4))).toEqual(record(await ledgerAt(2)))
  })

  test('on a base that has moved on is refused, and changes nothing', async () => {
    const late = following(first, hash('9'))

    expect(await appendRevision(database, late, [], byAnaThroughBen())).toEqual({
      ok: false,
      refusal: { why: 'someone-published-first', head: 4 },
    })
    expect(await headRevision()).toBe(4)
  })

  test('twice at once on one base: the first is recorded, the second is told', async () => {
    const base = following(following(following(first, hash('2')), hash('3')), hash('4'))
    const outcomes = await Promise.all([
      appendRevision(database, following(base, hash('5')), [verified('cn-2025-57', '2026-11-20')], byAnaThroughBen()),
      appendRevision(database, following(base, hash('6')), [verified('cn-2025-57', '2026-11-21')], byAnaThroughBen()),
    ])

    expect(outcomes).toContainEqual({ ok: true, value: { revision: 5 } })
    expect(outcomes).toContainEqual({ ok: false, refusal: { why: 'someone-published-first', head: 5 } })
  })

  test('that the guards refuse is thrown, and leaves nothing behind', async () => {
    const newest = (await revisions())[0] as Revision
    const withdrawn: Change = { kind: 'material', key: 'Dy', record: null }

    await expect(
      appendRevision(database, following(newest, hash('7')), [withdrawn], byAnaThroughBen()),
    ).rejects.toThrow(/does not stand in the record/)
    expect(await headRevision()).toBe(5)
  })
})
