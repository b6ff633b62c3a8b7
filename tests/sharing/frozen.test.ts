import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { direct } from '@/lib/contract/direction'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { canonicalJson, digestOf } from '@/lib/formats/canonical'
import { localDate } from '@/lib/ledger/interval'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append, SUSPENSION } from '../support/revisions'

/** One of every kind of view that somebody freezes. */
const VIEWS = [
  '/r/1/2025-11-08/matrix',
  '/r/1/2025-11-08/to/US/use/military/scope/all/by/regime/matrix',
  '/r/1/2025-11-08/known/2025-11-01/materials/Dy',
  '/r/1/2026-11-22/regimes/october-9',
  '/r/1/2026-11-22/proof/Ho/metal',
  '/r/1/2026-11-11/compare/1/2026-11-10',
] as const

type Frozen = { readonly id: string; readonly bytes: string; readonly html: string }

let url = ''
let database: Database
let frozen: readonly Frozen[] = []

beforeAll(async () => {
  url = await useDatabase('record')
  database = openDatabase(url)
  await anaAndBen(database)
  const { keepSnapshot } = await import('@/lib/sharing/snapshots')
  const ids = []
  for (const address of VIEWS) ids.push((await keepSnapshot(await exhibitAt(address))).id)
  frozen = await Promise.all(ids.map(read))
})

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

async function exhibitAt(address: string) {
  const { readExhibit } = await import('@/lib/reading/exhibit')
  const direction = direct(address, new URLSearchParams())
  if (direction.go !== 'pinned') throw new Error(`${address} leads to ${direction.go}`)
  const exhibit = await readExhibit(direction.coordinates)
  if (!exhibit.ok) throw new Error(JSON.stringify(exhibit.refusal))
  return exhibit.value
}

/** A snapshot as its page and its file give it, by the modules as they are now. */
async function read(id: string): Promise<Frozen> {
  const { snapshotOf } = await import('@/lib/sharing/snapshots')
  const { ExhibitArticle } = await import('@/components/exhibit/exhibit-article')
  const snapshot = await snapshotOf(id)
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.refusal))
  const { text, payload } = snapshot.value
  return { id, bytes: text, html: renderToStaticMarkup(createElement(ExhibitArticle, { exhibit: payload })) }
}

/** Nothing that was frozen may read otherwise, by a single byte. */
async function expectTheSame(): Promise<void> {
  expect(frozen).toHaveLength(VIEWS.length)
  for (const one of frozen) expect(await read(one.id)).toEqual(one)
}

test('a snapshot says everything that was frozen, and its bytes have the digest', async () => {
  for (const [at, { bytes, html }] of frozen.entries()) {
    const exhibit = await exhibitAt(VIEWS[at] ?? '')
    expect(bytes).toBe(canonicalJson(exhibit))
    expect(exhibit.address).toBe(VIEWS[at])
    for (const clock of exhibit.clocks) expect(html).toContain(clock)
  }
  expect(frozen[0]?.html).toContain('Dysprosium')
  expect(frozen[0]?.html).toContain('2025')
})

test('it reads the same after the record was corrected, and after a material was renamed', async () => {
  const suspension = theRecord().provisions.find(({ key }) => key === SUSPENSION)
  const dysprosium = theRecord().materials.find(({ key }) => key === 'Dy')
  if (suspension === undefined || dysprosium === undefined) throw new Error('another record')
  const shorter = { ...suspension, inForce: { ...suspension.inForce, to: localDate('2025-11-08') } }
  await append(database, { kind: 'correction', reason: 'It was shorter' }, [
    { kind: 'provision', key: SUSPENSION, record: shorter },
  ])
  await expectTheSame()
  await append(database, { kind: 'wording', reason: 'Renamed' }, [
    { kind: 'material', key: 'Dy', record: { ...dysprosium, nameEn: 'Renamed element', nameZh: '改名' } },
  ])
  await expectTheSame()

  const now = await exhibitAt('/r/3/2025-11-08/matrix')
  expect(now.grid?.rows.map(({ title }) => title)).toContain('Renamed element')
  expect(digestOf(now.cells)).not.toBe(digestOf(JSON.parse(frozen[0]?.bytes ?? '').cells))
})

test('what is worked out again as it was reads the same', async () => {
  const { recomputeSnapshots } = await import('@/lib/operating/recompute-snapshots')
  for await (const { reads } of recomputeSnapshots()) expect(reads).toBe('same')
})

test('it reads the same when the rules are worked out otherwise', async () => {
  vi.resetModules()
  vi.doMock('@/lib/ledger/line', async (original) => ({ ...(await original<object>()), linesOn: () => [] }))
  expect(digestOf(await exhibitAt(VIEWS[0]))).not.toBe(digestOf(JSON.parse(frozen[0]?.bytes ?? '')))
  await expectTheSame()

  const { recomputeSnapshots } = await import('@/lib/operating/recompute-snapshots')
  const told = []
  for await (const one of recomputeSnapshots()) told.push(one)
  expect(told.map(({ id }) => id)).toEqual(frozen.map(({ id }) => id))
  const [matrix] = told
  expect(matrix?.reads === 'otherwise' && matrix.differences.map(({ at }) => at)).toContain('cells.Dy/metal.status')
})

/** The rules stay as the test before left them: a snapshot does not ask them. */
test('it reads the same after a migration that alters the tables of the record', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-migrations-'))
  cpSync(inProject('prisma/migrations'), folder, { recursive: true })
  mkdirSync(path.join(folder, '29991231000000_another_shape'))
  writeFileSync(
    path.join(folder, '29991231000000_another_shape', 'migration.sql'),
    `alter table material_version add column colour text not null default 'grey';
     alter table material_version drop column name_zh;
     alter table snapshot add column weight integer not null default 0;
     alter table snapshot_note add column mood text;`,
  )
  expect(await migrate(url, folder)).toEqual(['29991231000000_another_shape'])
  rmSync(folder, { recursive: true, force: true })
  await closeDatabase()
  await expect(exhibitAt(VIEWS[0])).rejects.toThrow()
  await expectTheSame()
})
