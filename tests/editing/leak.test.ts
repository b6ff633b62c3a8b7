import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pin, refine } from '@/lib/contract/address-reading'
import { matrixQuery, statusQuery } from '@/lib/contract/api/queries'
import { productOf } from '@/lib/contract/product'
import { readQuery } from '@/lib/contract/query'
import type { View } from '@/lib/contract/view'
import { closeDatabase, kept } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { openedDraft } from '@/lib/editing/drafts'
import { comment, overrideRule, submit } from '@/lib/editing/review'
import { KINDS, LIST_OF } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import { readMatrix, readStatus } from '@/lib/reading/cells'
import { livePages } from '@/lib/reading/live-pages'
import { headRevision, todayInBeijing } from '@/lib/reading/now'
import { readPage } from '@/lib/reading/page'
import { searchPage } from '@/lib/reading/search-page'
import { aDesk, aDraft, ana, ben, entry, printed, value } from './desk'
import { NOTICE, theNotice } from './notice'

/** A word that stands nowhere in the record, and everywhere in the draft. */
const SECRET = 'unpublishedxylophone'

let draft: string
let before: readonly string[]
let after: readonly string[]

beforeAll(async () => {
  await aDesk()
  before = await everythingRead()
  draft = await aDraft('law', [...(await oneOfEachKind()), ...theNotice()], { reason: `${SECRET} because` })
  value(await comment(ana, { id: crypto.randomUUID(), draft, words: `${SECRET} said` }))
  await overrideRule(ben, { draft, rule: 'E6', kind: 'instrument', key: NOTICE, reason: `${SECRET} overridden` })
  value(await submit(ana, { draft, words: `${SECRET} submitted` }))
  after = await everythingRead()
})
afterAll(closeDatabase)

/** The first record of every kind, under its own key and under a new one, with the word in every text that it has. */
async function oneOfEachKind() {
  const record = await ledgerAt(1)
  return KINDS.flatMap((kind) => {
    const key = record?.[LIST_OF[kind]][0]?.key ?? ''
    const marked = Object.fromEntries(
      Object.entries(printed(kind, key)).map(([field, text]) => [
        field,
        typeof text === 'string' && field !== 'key' ? `${text} ${SECRET}` : text,
      ]),
    )
    return [entry(kind, marked), entry(kind, { ...marked, key: `${SECRET}-${kind}` })]
  })
}

/** A cell, a code, and a cell for a party by its name: all that a check looks up in the record. */
function checksOf(party: string): readonly Extract<View, { readonly name: 'check' }>[] {
  const cell = productOf({ by: 'cell', material: 'Ho', form: 'metal', unnamed: false })
  return [
    { name: 'check', product: cell },
    { name: 'check', product: productOf({ by: 'code', code: '2846' }) },
    { name: 'check', product: cell, named: { party } },
  ]
}

/** Views by their names: one that is added to the record's pages is missing here until it is asked about its drafts. */
type EveryView = { readonly [Name in View['name']]: readonly Extract<View, { readonly name: Name }>[] }

/** Every view that a reader can ask for: all that stands, and some of every view that has too many. */
async function everyView(): Promise<readonly View[]> {
  const record = await ledgerAt(1)
  if (record === null) throw new Error('there is no record')
  const keysOf = <const Name extends string>(name: Name, records: readonly { readonly key: string }[]) =>
    records.map(({ key }) => ({ name, key }))
  const views: EveryView = {
    matrix: [{ name: 'matrix' }],
    material: keysOf('material', record.materials),
    proof: [
      { name: 'proof', material: 'Dy', form: 'metal' },
      { name: 'proof', material: 'Ho', form: 'metal' },
    ],
    regimes: [{ name: 'regimes' }],
    regime: keysOf('regime', record.regimes),
    instruments: [{ name: 'instruments' }],
    instrument: keysOf('instrument', record.instruments),
    sources: [{ name: 'sources' }],
    source: keysOf('source', record.sources),
    claims: [{ name: 'claims' }],
    claim: keysOf('claim', record.claims.slice(0, 5)),
    evidence: [{ name: 'evidence' }],
    series: keysOf('series', record.indicators.slice(0, 5)),
    calendar: [{ name: 'calendar' }],
    rehearsal: [{ name: 'rehearsal', key: 'cn-2025-70', until: null }],
    check: [{ name: 'check', product: null }, ...checksOf(record.parties[0]?.nameEn ?? '')],
    about: [{ name: 'about' }],
    changes: [{ name: 'changes' }],
    earlier: [{ name: 'earlier', before: 2 }],
    change: [{ name: 'change', number: 1, against: null }],
    compare: [{ name: 'compare', against: { revision: 1, question: plainQuestion(localDate('2025-11-08')) } }],
    history: KINDS.map((kind) => ({ name: 'history', kind, key: record[LIST_OF[kind]][0]?.key ?? '' })),
  }
  return Object.values(views).flat()
}

/** What readers are told, page by page and answer by answer, with what they might ask for. */
async function everythingRead(): Promise<readonly string[]> {
  const head = await headRevision()
  const told: unknown[] = [head, await livePages()]
  for (const view of await everyView()) {
    told.push(await readPage(pin({ view, ...refine({}) }, head?.revision ?? 0, todayInBeijing())))
  }
  for (const asked of [SECRET, 'extension', 'Ho', NOTICE]) told.push(await searchPage(asked))
  const status = readQuery(statusQuery, new URLSearchParams({ material: 'Ho', form: 'metal', on: '2026-11-20' }))
  const matrix = readQuery(matrixQuery, new URLSearchParams({ on: '2026-11-20', scope: 'all' }))
  if (!status.ok || !matrix.ok) throw new Error('a question of this test is refused')
  told.push(await readStatus(status.value), await readMatrix(matrix.value))
  return told.map((one) => JSON.stringify(one))
}

describe('a draft', () => {
  test('is full of words that nobody published', async () => {
    const opened = JSON.stringify(await openedDraft(ana, draft))

    expect(opened.split(SECRET).length).toBeGreaterThan(60)
  })

  test('changes nothing that readers are told: no page, no answer, no search, no list of pages', () => {
    expect(after).toEqual(before)
    expect(after.length).toBeGreaterThan(100)
    expect(after.filter((told) => told.includes('"ok":false'))).toEqual([])
  })

  test('has no word in what a reader is told, but where the reader asked for that word', async () => {
    const answers = after.filter((told) => told.includes(SECRET))

    expect(answers).toEqual([JSON.stringify(await searchPage(SECRET))])
    expect(await searchPage(SECRET)).toMatchObject({ q: SECRET, groups: [] })
  })

  test.for(['material', 'regime', 'instrument', 'source'] as const)('has no page for a %s of its own', async (name) => {
    const view = { name, key: `${SECRET}-${name}` } as View
    const page = await readPage(pin({ view, ...refine({}) }, 1, todayInBeijing()))

    expect(page).toMatchObject({ ok: false, refusal: { problems: [{ why: 'unknown-key' }] } })
  })
})

describe('the connections that readers are answered from', () => {
  /** What is published, and nothing else: a new table is hidden from readers until it is written here. */
  const PUBLIC = [
    'citation',
    'indicator_point_version',
    'publication_seal', // a digest of each publication, told at /about/integrity
    'retirement',
    'revision',
    'snapshot', // answers that were frozen, as they were published
    ...KINDS.flatMap((kind) => [kind, `${kind}_version`]),
  ].sort()

  const ask = async (sql: string) => {
    const { rows } = await kept().database.pool.query<{ name: string }>(sql)
    return rows.map(({ name }) => name)
  }

  test('see these tables whole, and no other', async () => {
    const seen = await ask(`select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind in ('r', 'p', 'v', 'm') and has_table_privilege(pg_class.oid, 'SELECT')`)

    expect(seen.sort()).toEqual(PUBLIC)
  })

  /** Of these, some columns are public and others tell who a person is. */
  const IN_PART = {
    // Which tables a server may count on: `/readyz` asks as a reader does.
    _prisma_migrations: ['finished_at', 'migration_name', 'rolled_back_at'],
    publication: ['kind', 'publisher_name', 'reverts', 'review_due', 'reviews', 'revision'],
    snapshot_note: ['at', 'by_name', 'note', 'snapshot', 'title', 'version'],
  }

  test('see of a publication and of a note what is public, and of nothing else a column', async () => {
    const seen = await ask(`select relname || '.' || attname as name from pg_attribute
      join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind in ('r', 'p', 'v', 'm') and attnum > 0
        and has_column_privilege(attrelid, attnum, 'SELECT') and not has_table_privilege(attrelid, 'SELECT')`)

    const told = Object.entries(IN_PART).flatMap(([table, names]) => names.map((name) => `${table}.${name}`))
    expect(seen.sort()).toEqual(told.sort())
  })

  test.for(['draft', 'draft_entry', 'draft_comment', 'draft_exception', 'person', 'session', 'audit_entry'])(
    'are refused by PostgreSQL when they ask for %s',
    async (table) => {
      await expect(kept().database.pool.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('write nothing at all', async () => {
    const writable =
      await ask(`select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind = 'r' and has_table_privilege(pg_class.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`)

    expect(writable).toEqual([])
  })
})
