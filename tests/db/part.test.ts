import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { believedAt } from '@/lib/db/believed'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { keysAt } from '@/lib/db/part/keys'
import { readKeys } from '@/lib/db/part/read-keys'
import { readRecord } from '@/lib/db/record'
import type { Change } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import { type Keys, keysOf, NOTHING_WANTED, type Wanted } from '@/lib/ledger/part/wanted'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { carve } from '@/tests/ledger/part/carve'
import { keysFor } from '@/tests/ledger/part/keys'
import { aDatabase, useDatabase } from '../support/database'
import { revisionsOf } from '../support/large/history'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append, appendHistory } from '../support/revisions'

let database: Database

/** Revisions of the history, the first one included. */
const REVISIONS = [1, 2, 3, 4, 5, 6, 7, 8]

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  await appendHistory(database)
  await append(database, { reason: 'Acts upon acts upon acts' }, actsUponActs())
})

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

const record = theRecord()

/** What may be told beside the law of some materials. */
const BESIDE: readonly Partial<Wanted>[] = [
  {},
  { cited: 'all' },
  { series: 'named', events: true, cited: 'all' },
  { series: 'beside the law', events: true },
  { series: 'beside the law', cited: 'all' },
]

const ALL_BESIDE: Partial<Wanted> = { series: 'beside the law', events: true, cited: 'all' }

const QUESTIONS: readonly Partial<Wanted>[] = [
  {},
  { elements: true, listedOn: localDate('2026-11-22') },
  { known: [localDate('2025-10-09'), null], elements: true, listedOn: localDate('2025-10-20'), ...ALL_BESIDE },
  ...record.materials.map(({ key }, at) => ({ materials: [key], ...BESIDE[at % BESIDE.length] })),
  { materials: ['Dy', 'Ga', 'no-such-material'], parties: ['nobody', record.parties[3]?.key ?? ''], ...ALL_BESIDE },
  ...record.instruments.map(({ key }, at) => ({ instruments: [key], events: at % 3 > 0, ...BESIDE[at % 2] })),
  { provisions: record.provisions.filter((_, at) => at % 9 === 0).map(({ key }) => key) },
  { sources: record.sources.filter((_, at) => at % 5 === 0).map(({ key }) => key), cited: 'all' },
  { named: { material: new Set(['Sc', 'nothing']), claim: new Set([record.claims[0]?.key ?? '']) } },
]

describe('the part of a record that suffices', () => {
  test.for(REVISIONS)('is found by the database at revision %d as by the rule', async (revision) => {
    const whole = await wholeAt(revision)
    for (const of of QUESTIONS.filter((_, at) => at < 3 || at % REVISIONS.length === revision % REVISIONS.length)) {
      const wanted = { ...NOTHING_WANTED, ...of }
      const keys = await keysAt(database, { first: revision, last: revision }, wanted)
      expect(inLists(standing(whole, keys)), JSON.stringify(of)).toEqual(inLists(keysFor(whole, wanted)))
    }
  })

  test('is read by its keys as it is cut out of the whole', async () => {
    for (const revision of [1, 5, 7]) {
      const whole = await wholeAt(revision)
      for (const of of [QUESTIONS[1], { materials: ['Dy'], ...ALL_BESIDE }, { sources: ['source-of-the-test'] }]) {
        const keys = await keysAt(database, { first: revision, last: revision }, { ...NOTHING_WANTED, ...of })
        expect(await readKeys(database.prisma, revision, keys)).toEqual(carve(whole, keys))
      }
    }
  })

  test('suffices at every revision of a stretch', async () => {
    for (const of of [{ elements: true }, { materials: ['Dy'], listedOn: localDate('2026-11-22'), ...ALL_BESIDE }]) {
      const wanted = { ...NOTHING_WANTED, ...of }
      const keys = await keysAt(database, { first: 2, last: 8 }, wanted)
      for (const revision of REVISIONS.slice(1)) {
        const own = keysFor(await wholeAt(revision), wanted)
        for (const [kind, set] of Object.entries(own))
          expect([...keys[kind as keyof Keys]]).toEqual(expect.arrayContaining([...set]))
      }
    }
  })
})

describe('the part of a record twenty times as large', () => {
  test('is found by the database as by the rule', async () => {
    const many = openDatabase(await aDatabase('large'))
    const last = revisionsOf(20)
    for (const revision of [Math.ceil(last / 2)]) {
      const whole = await readRecord(many.prisma, believedAt(revision))
      const far = whole.materials.filter((_, at) => at % 97 === 5).map(({ key }) => key)
      const notices = whole.instruments.filter((_, at) => at % 201 === 7).map(({ key }) => key)
      const asked: readonly (Partial<Wanted> | undefined)[] = [
        QUESTIONS[1],
        QUESTIONS[2],
        { materials: far, ...ALL_BESIDE },
        { materials: far, series: 'named', cited: 'claims' },
        { instruments: notices, ...ALL_BESIDE },
        { sources: ['mofcom-ann-2025-57'], cited: 'all' },
      ]
      for (const of of asked) {
        const wanted = { ...NOTHING_WANTED, ...of }
        const keys = await keysAt(many, { first: revision, last: revision }, wanted)
        expect(inLists(standing(whole, keys)), JSON.stringify(of)).toEqual(inLists(keysFor(whole, wanted)))
      }
    }
    await many.close()
  }, 120_000)
})

/** Each suspends or extends the one before it: further than one statement follows them. */
function actsUponActs(): readonly Change[] {
  const pattern = record.provisions.find(({ effect }) => effect === 'suspend')
  const line = record.provisions.find(({ materials }) => materials.includes('Dy'))
  if (pattern === undefined || line === undefined) throw new Error('the record suspends nothing')
  return Array.from({ length: 9 }, (_, at): Change => {
    const key = `act-${at}`
    const act = { ...pattern, key, targets: [at === 0 ? line.key : `act-${at - 1}`] }
    return { kind: 'provision', key, record: { ...act, effect: at % 2 === 0 ? 'suspend' : 'extend' } }
  })
}

async function wholeAt(revision: number): Promise<WholeRecord> {
  const whole = await ledgerAt(revision)
  if (whole === null) throw new Error(`no revision ${revision}`)
  return whole
}

/** Long lists are compared sooner than sets. */
function inLists(keys: Keys): object {
  return Object.fromEntries(Object.entries(keys).map(([kind, set]) => [kind, [...set].sort()]))
}

/** The keys under which something stands. */
function standing(whole: WholeRecord, keys: Keys): Keys {
  const part = carve(whole, keys)
  const lists = { material: part.materials, form: part.forms, regime: part.regimes, instrument: part.instruments }
  const others = { provision: part.provisions, party: part.parties, source: part.sources, event: part.events }
  const all = { ...lists, ...others, claim: part.claims, indicator: part.indicators }
  return keysOf((kind) => all[kind].map(({ key }) => key))
}
