import { afterAll, beforeAll, expect, test } from 'vitest'
import { believedAt } from '@/lib/db/believed'
import { changesIn } from '@/lib/db/changes'
import { type Database, openDatabase } from '@/lib/db/connection'
import { readRecord } from '@/lib/db/record'
import type { Change } from '@/lib/ledger/change'
import { verifyChain } from '@/lib/operating/verify-chain'
import { aDatabase } from '../support/database'
import { historyOf, largeRecord, revisionsOf } from '../support/large/history'
import { loadHistory } from '../support/large/load'
import { openSql, type Sql } from './sql'

const TIMES = 3

/** Whose history withdraws something, too. */
const SEED = 4
let database: Database
let owner: Sql
let url: string

beforeAll(async () => {
  url = await aDatabase('tables')
  await loadHistory(url, historyOf(TIMES, SEED))
  database = openDatabase(url)
  owner = await openSql(url)
})

afterAll(async () => {
  await owner.close()
  await database.close()
})

test('what COPY loads is the record that was generated, at its first and at its last revision', async () => {
  expect(await readRecord(database.prisma, believedAt(1))).toEqual(largeRecord(1, SEED))
  expect(await readRecord(database.prisma, believedAt(revisionsOf(TIMES)))).toEqual(largeRecord(TIMES, SEED))
})

test('each revision has the hash of what is stored, and what it changed can be told', async () => {
  expect(await verifyChain({ url })).toEqual({ ok: true, value: { revisions: revisionsOf(TIMES) } })
  const edits = [...historyOf(TIMES, SEED)].filter(({ changes }) => changes.length <= 20)
  expect(edits.some(({ changes }) => changes.some(({ record }) => record === null))).toBe(true)
  for (const { revision, changes } of edits) {
    expect(inOrder(await changesIn(database, revision.number))).toEqual(inOrder(changes))
  }
})

test('every version has its document, which ends with it', async () => {
  const versions = (await owner.run(`select count(*)::integer as all, count(superseded_in)::integer as ended from (
    select superseded_in from material_version union all select superseded_in from form_version
    union all select superseded_in from regime_version union all select superseded_in from instrument_version
    union all select superseded_in from provision_version union all select superseded_in from party_version
    union all select superseded_in from source_version union all select superseded_in from event_version
    union all select superseded_in from claim_version union all select superseded_in from indicator_version
  ) as version`)) as unknown
  const documents = await owner.run(
    'select count(*)::integer as all, count(superseded_in)::integer as ended from search.document',
  )

  expect(documents).toEqual(versions)
})

test('guards, references and indexes are what the migrations made them', async () => {
  const migrated = await openSql(await aDatabase('tables'))
  const SHAPE = `
    select conrelid::regclass::text as of, conname::text as name, pg_get_constraintdef(oid) as said from pg_constraint
      where connamespace in ('public'::regnamespace, 'search'::regnamespace)
    union all select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
      join pg_class on oid = indrelid where relnamespace in ('public'::regnamespace, 'search'::regnamespace)
    union all select tgrelid::regclass::text, tgname::text, tgenabled::text || pg_get_triggerdef(oid) from pg_trigger
      where not tgisinternal
    order by 1, 2, 3`
  const shapes = [await owner.run(SHAPE), await migrated.run(SHAPE)]
  await migrated.close()

  expect(shapes[0]?.length).toBeGreaterThan(200)
  expect(shapes[0]).toEqual(shapes[1])
  expect(await owner.refusal(`delete from citation`)).toMatchObject({ constraint: 'the_record_is_append_only' })
})

test('a database that holds a record already is left as it is', async () => {
  await expect(loadHistory(url, historyOf(1))).rejects.toThrow('holds a record already')
})

test('rows that break a rule of the tables are refused, and nothing of them stays', async () => {
  const empty = await aDatabase('tables')
  const wrong = [...historyOf(1)].map(({ revision, changes }) => ({
    revision,
    changes: changes.filter(({ key }) => key !== 'mofcom-ann-2025-18'),
  }))
  await expect(loadHistory(empty, wrong)).rejects.toThrow('a_citation_names_a_known_source')
  expect(await loadHistory(empty, historyOf(1))).toMatchObject({ revisions: 1 })
})

function inOrder(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1))
}
