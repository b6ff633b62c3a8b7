import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/db/connection'
import { indexAt } from '@/lib/db/part/record-index'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import type { Source } from '@/lib/ledger/testimony'
import { indexOf } from '@/tests/ledger/part/index-of-record'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append } from '../support/revisions'

const record = theRecord()
const [first] = record.sources.filter(({ kind }) => kind !== 'primary-legal')
if (first === undefined) throw new Error('no source beside the law')
const pattern: Source = first

/** Names and addresses in scripts that have letters of two sizes, and one that has none. */
const SAID = [
  ['ÜBER Éxport', 'https://example.org/ÜBER'],
  ['ЭКСПОРТ ГАЛЛИЯ', 'https://example.org/галлий'],
  ['ΟΔΟΣ ΓΑΛΛΙΟΥ', 'https://example.org/ΟΔΟΣ'],
  ['İhracat', 'https://example.org/İ/'],
  ['出口管制', 'https://example.org/出口'],
] as const
const SOURCES = SAID.map(([title, url], at): Source => ({ ...pattern, key: `alike-${at}`, title, url }))
const CHANGES = SOURCES.map((one): Change => ({ kind: 'source', key: one.key, record: one }))

let database: Database

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  await append(database, { reason: 'Sources in many scripts' }, CHANGES)
})

afterAll(() => database.close())

test.for(SOURCES)(
  '$title is found by its name and by its address, whatever the case of the letters',
  async (source) => {
    const asked: readonly Source[] = [
      { ...source, key: 'same-name', title: source.title.toLowerCase(), url: null },
      { ...source, key: 'other-name', title: 'of no other', url: (source.url ?? '').toLowerCase() },
    ]
    const whole = applyChanges(record, CHANGES)
    for (const one of asked) {
      const [told, found] = await Promise.all(
        [indexOf(whole), indexAt(database, 2)].map((index) => index.sourcesLike([one])),
      )
      expect(found?.map(({ key }) => key)).toContain(source.key)
      expect(found?.map(({ key }) => key).sort()).toEqual(told?.map(({ key }) => key).sort())
    }
  },
)
