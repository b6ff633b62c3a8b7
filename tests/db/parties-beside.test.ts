import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/db/connection'
import { indexAt } from '@/lib/db/part/record-index'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import type { Standing } from '@/lib/ledger/part/record-index'
import type { Party } from '@/lib/ledger/record'
import { indexOf } from '@/tests/ledger/part/index-of-record'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append } from '../support/revisions'

const record = theRecord()
const statement = record.instruments.find(({ binding }) => binding === 'statement')?.key ?? ''
const [first, ...others] = record.parties.filter(({ country }) => country === 'US')

/** One stands where no law is, and some are off their lists, one of which was listed before all others of its country. */
const CHANGES: readonly Change[] = [
  ...[first].flatMap((one) => one ?? []).map((one) => changed({ ...one, instrument: statement })),
  ...others.slice(0, 3).map((one) => changed({ ...one, delistedOn: localDate('2027-01-01') })),
]

function changed(party: Party): Change {
  return { kind: 'party', key: party.key, record: party }
}

let database: Database

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  await append(database, { reason: 'Some are listed elsewhere, or no more' }, CHANGES)
})

afterAll(() => database.close())

describe('parties on other lists than some', () => {
  const lists = [...new Set(record.parties.map(({ instrument }) => instrument))].slice(1, 3)

  test.each([
    ['all where they are few', lists, 500],
    ['one for each country and day of delisting where they are many', lists, 3],
    ['one for each of all parties', [], 0],
    ['none where every list is among them', record.parties.map(({ instrument }) => instrument), 0],
  ])('are told by the database as by the record: %s', async (_, except, most) => {
    for (const [revision, whole] of [
      [1, record],
      [2, applyChanges(record, CHANGES)],
    ] as const) {
      const told = await indexAt(database, revision).partiesBeside(except, most)
      expect(plain(told)).toEqual(plain(await indexOf(whole).partiesBeside(except, most)))
    }
  })
})

function plain(parties: readonly Standing[]): readonly string[] {
  return parties.map((one) => [one.key, one.instrument, one.country, one.standsFor].join(' ')).sort()
}
