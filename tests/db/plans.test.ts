import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendIn } from '@/lib/db/append'
import { changesIn } from '@/lib/db/changes'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { partAt } from '@/lib/db/part'
import { partForEdit } from '@/lib/db/part/of-edit'
import { materialsAround } from '@/lib/db/part/order'
import { endOf } from '@/lib/db/retirements'
import { changesOf, headRevision, revisions, touchedBetween } from '@/lib/db/revisions'
import { findDocuments } from '@/lib/db/search'
import { versionsOf } from '@/lib/db/versions'
import type { Change } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import { NOTHING_WANTED, type Wanted } from '@/lib/ledger/part/wanted'
import { changesOf as changesOfNotice, theExtension, theNotice } from '../ledger/extension-notice'
import { useDatabase } from '../support/database'
import { revisionsOf } from '../support/large/history'
import { anaAndBen, byAnaThroughBen } from '../support/people'
import { theRecord } from '../support/record'
import { type Statement, statementsOf } from '../support/statements'

/** Tables that are large in a record twenty times as large as the real one. Reading one of them whole costs at that size. */
const LARGE = new Set([
  ...['provision_version', 'citation', 'source_version', 'party_version', 'event_version', 'claim_version'],
  ...['instrument_version', 'document'],
])
const HEAD = revisionsOf(20)

/**
 * The tables of a record a thousand times as large are fifty times as long as these: to read one from its beginning to its
 * end costs fifty times as much there, and a look into an index costs the same. The planner is told so.
 */
const AS_IF_LARGER = 'set seq_page_cost = 50'

let database: Database
let client: pg.Client

beforeAll(async () => {
  const url = await useDatabase('large')
  process.env['HOLD_WHOLE_UP_TO'] = '0'
  database = openDatabase(url)
  await anaAndBen(database)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(AS_IF_LARGER)
})

afterAll(async () => {
  delete process.env['HOLD_WHOLE_UP_TO']
  await client.end()
  await database.close()
  await closeDatabase()
})

/** With everything that can be told beside the law. */
const ALL: Wanted = { ...NOTHING_WANTED, series: 'beside the law', events: true, cited: 'all' }

const part = (wanted: Partial<Wanted>) => () => partAt(HEAD, { ...ALL, ...wanted })

async function fiftyMaterials(): Promise<void> {
  const { after } = await materialsAround(HEAD, 'all', 'graphite', { before: 0, after: 50 })
  const listedOn = localDate('2026-11-22')
  await partAt(HEAD, { ...ALL, materials: after, elements: true, listedOn, known: [listedOn] })
}

const QUESTIONS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the cells of a material', part({ materials: ['Dy'] })],
  [
    'the elements on a day',
    part({ elements: true, listedOn: localDate('2026-11-22'), known: [localDate('2025-10-09')] }),
  ],
  [
    'fifty materials of a matrix',
    async () => {
      const { after } = await materialsAround(HEAD, 'all', 'graphite', { before: 0, after: 50 })
      await partAt(HEAD, { ...NOTHING_WANTED, materials: after })
    },
  ],
  ['fifty materials of a matrix with all that they rest on', fiftyMaterials],
  ['the materials around one', () => materialsAround(HEAD, 'all', 'graphite', { before: 51, after: 51 })],
  ['an instrument', part({ instruments: ['cn-2025-57'] })],
  ['a line', part({ provisions: ['cn-2025-57-1c909-a-1'] })],
  ['a party', part({ parties: [theRecord().parties[0]?.key ?? ''] })],
  ['a source', part({ sources: ['mofcom-ann-2025-57'] })],
  [
    'a suspension that is extended',
    () => partForEdit(HEAD, changesOfNotice(theNotice(), theExtension()), 'consequences'),
  ],
  ['a material in other words', () => partForEdit(HEAD, [inOtherWords()], 'consequences')],
  [
    'a source that is taken out',
    () => partForEdit(HEAD, [{ kind: 'source', key: 'epoch-ann70', record: null }], 'rules'),
  ],
  ['a source in other words', () => partForEdit(HEAD, [sourceInOtherWords()], 'rules')],
  ['what a revision changed', () => changesIn(database, HEAD - 3)],
  ['what a revision brought', () => changesOf(2)],
  ['how much the newest revisions touched', () => touchedBetween(HEAD - 3, HEAD)],
  ['the newest revisions', async () => [await headRevision(), await revisions(HEAD, 20)]],
  ['the history of a line', () => versionsOf('provision', 'cn-2025-57-1c909-a-1', HEAD, 20)],
  ['how a key ended', () => endOf('event', 'nothing', HEAD)],
  ['a name', () => findDocuments({ said: 'dysprosium', words: 'dysprosium', codes: [], also: [] }, HEAD, 20)],
  ['a customs code', () => findDocuments({ said: '28053019', words: '', codes: ['#28053019'], also: [] }, HEAD, 20)],
  [
    'a name that is spelt wrongly',
    () => findDocuments({ said: 'dysprosum', words: 'dysprosum', codes: [], also: [] }, HEAD, 20),
  ],
]

describe('no large table is read from one end to the other', () => {
  test.for(QUESTIONS)('for %s', async ([, ask]) => {
    const asked = (await statementsOf(ask)).filter(({ text }) => /^\s*(select|with)\b/i.test(text))
    const read = await Promise.all(asked.map(tablesReadWhole))

    expect(asked.length).toBeGreaterThan(0)
    expect(read.flat()).toEqual([])
  })

  test('is told where it happens', async () => {
    expect(await tablesReadWhole({ text: 'select from provision_version where note = $1', values: ['x'] })).toEqual([
      expect.stringContaining('provision_version'),
    ])
  })
})

/** A publication is asked by triggers, whose statements nobody else sees: the database counts what they read. */
test.for<[string, readonly Change[]]>([
  ['an act', changesOfNotice(theNotice(), theExtension())],
  ['words', [inOtherWords()]],
  ['what takes an event away', [{ kind: 'event', key: theRecord().events[0]?.key ?? '', record: null }]],
])('no large table is read from one end to the other to publish %s', async ([, changes]) => {
  expect(await readWholeBy(changes)).toEqual([])
})

/** Publishes, asks which tables were read whole within the transaction, and takes it back. */
async function readWholeBy(changes: readonly Change[]): Promise<readonly string[]> {
  const head = await database.prisma.revision.findUniqueOrThrow({ where: { number: HEAD } })
  const said = { number: HEAD + 1, author: 'An editor', reason: 'A test', recordedAt: '2026-11-22T00:00:00.000Z' }
  const revision = { ...said, kind: 'law', previousHash: head.hash, hash: 'f'.repeat(64) } as const
  let read: readonly { readonly relname: string }[] | null = null
  const undone = database.prisma.$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe(AS_IF_LARGER.replace('set', 'set local'))
    await appendIn(transaction, revision, changes, byAnaThroughBen())
    await transaction.$executeRaw`set constraints all immediate`
    read = await transaction.$queryRaw`select relname::text from pg_stat_xact_user_tables where seq_scan > 0 order by 1`
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  if (read === null) throw new Error('nothing was asked')
  return (read as readonly { readonly relname: string }[])
    .map(({ relname }) => relname)
    .filter((name) => LARGE.has(name))
}

/** The large tables that the plan of a statement reads whole, each with the statement. */
async function tablesReadWhole(statement: Statement): Promise<readonly string[]> {
  return (await planOf(statement))
    .filter((node) => node['Node Type'] === 'Seq Scan' && LARGE.has(node['Relation Name'] ?? ''))
    .map((node) => `${node['Relation Name']} in ${statement.text.trim().slice(0, 60)}`)
}

async function planOf({ text, values }: Statement): Promise<readonly Plan[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(
    `explain (format json) ${text}`,
    [...values],
  )
  return nodesIn(rows[0]?.['QUERY PLAN'][0].Plan)
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Filter?: string
  readonly Plans?: readonly Plan[]
}

function nodesIn(plan: Plan | undefined): readonly Plan[] {
  return plan === undefined ? [] : [plan, ...(plan.Plans ?? []).flatMap(nodesIn)]
}

function sourceInOtherWords(): Change {
  const source = theRecord().sources.find(({ kind, url }) => kind !== 'primary-legal' && url !== null)
  if (source === undefined) throw new Error('no source has an address')
  return { kind: 'source', key: source.key, record: { ...source, title: `${source.title}, in other words` } }
}

function inOtherWords(): Change {
  const material = theRecord().materials.find(({ key }) => key === 'Dy')
  if (material === undefined) throw new Error('the record has no dysprosium')
  return { kind: 'material', key: 'Dy', record: { ...material, uses: 'Magnets that stay magnets when they are hot.' } }
}
