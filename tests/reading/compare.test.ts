import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import type { Exhibit } from '@/lib/contract/exhibit'
import { exhibit } from '@/lib/contract/exhibit'
import { sayProblem } from '@/lib/contract/problem-words'
import { statusOf } from '@/lib/contract/refusal'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { canonicalJson } from '@/lib/formats/canonical'
import type { Records } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import { driftOf } from '@/lib/reading/drift'
import { readExhibit } from '@/lib/reading/exhibit'
import { readPage } from '@/lib/reading/page'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { theRecord } from '../support/record'
import { append, SUSPENSION } from '../support/revisions'

const TODAY = localDate('2026-11-22')

let database: Database

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  const looked = one('instrument', 'cn-2025-70')
  await append(database, { kind: 'correction', reason: 'The line was never there' }, [
    { kind: 'provision', key: APRIL_LINE, record: null, retirement: { why: 'It was never there.', replacedBy: null } },
  ])
  await append(database, { kind: 'addition', reason: 'A source' }, [
    { kind: 'source', key: 'a-source', record: { ...one('source', 'afp-20251030'), key: 'a-source' } },
  ])
  await append(database, { kind: 'law', reason: 'The suspension was extended' }, [
    {
      kind: 'provision',
      key: SUSPENSION,
      record: {
        ...one('provision', SUSPENSION),
        inForce: { from: localDate('2025-11-07'), to: localDate('2027-01-11') },
      },
    },
  ])
  await append(database, { kind: 'verification', reason: 'Looked' }, [
    { kind: 'instrument', key: looked.key, record: { ...looked, verifiedThrough: localDate('2027-02-01') } },
  ])
  await append(database, { kind: 'wording', reason: 'As the notice spells it' }, [
    { kind: 'material', key: 'Y', record: { ...one('material', 'Y'), nameEn: 'Yttrium (39)' } },
  ])
})

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

/** The one line that controls terbium metal in April's notice. */
const APRIL_LINE = theRecord().provisions.find(
  ({ instrument, materials, forms }) =>
    instrument === 'cn-2025-18' && materials.includes('Tb') && forms.includes('metal'),
)?.key as string

function one<K extends 'instrument' | 'provision' | 'source' | 'material'>(kind: K, key: string): Records[K] {
  const list = theRecord()[`${kind}s`] as unknown as readonly Records[K][]
  const found = list.find((record) => record.key === key)
  if (found === undefined) throw new Error(`no ${kind} ${key}`)
  return found
}

function coordinatesOf(path: string): Coordinates {
  const read = readAddress(path.split('/').slice(2))
  if (!read.ok) throw new Error(`${path}: ${read.refusal.problems.map(sayProblem).join(' ')}`)
  return read.value
}

async function compared(path: string) {
  const answer = await readPage(coordinatesOf(path))
  if (!answer.ok) throw new Error(`${path}: ${answer.refusal.problems.map(sayProblem).join(' ')}`)
  if (answer.value.name !== 'compare') throw new Error(`${path} is ${answer.value.name}`)
  return answer.value.page
}

async function shown(path: string): Promise<Exhibit> {
  const read = await readExhibit(coordinatesOf(path))
  if (!read.ok) throw new Error(`${path}: ${read.refusal.problems.map(sayProblem).join(' ')}`)
  return read.value
}

async function refusal(path: string) {
  const answer = await readPage(coordinatesOf(path))
  if (answer.ok) throw new Error(`${path} is open`)
  return [statusOf(answer.refusal), answer.refusal.problems.map(sayProblem).join(' ')]
}

describe('two revisions of the record', () => {
  test('differ by what we corrected, and by nothing that touches no cell', async () => {
    const { comparison, reasons } = await compared('/r/3/2025-11-08/compare/1/2025-11-08')
    expect(comparison.differences.map(({ material, form, cause }) => [material, form, cause])).toContainEqual([
      'Tb',
      'metal',
      'correction',
    ])
    expect(comparison.causes.correction).toBe(comparison.differences.length)
    expect(reasons).toEqual({ 2: 'The line was never there' })
  })

  test('differ by the law and by what was learnt, each where it moved the cell last', async () => {
    const { comparison } = await compared('/r/6/2027-01-20/compare/1/2027-01-20')
    const causesOf = (wanted: string) =>
      new Set(comparison.differences.flatMap(({ material, cause }) => (material === wanted ? [cause] : [])))
    // From 11 January 2027 the pause is over in both records: only that somebody looked makes it a licence.
    expect(causesOf('Ho')).toEqual(new Set(['learnt']))
    expect(causesOf('Y')).toEqual(new Set(['wording']))
  })

  test('differ by the same cells the other way round, each revision undone', async () => {
    const [there, back] = await Promise.all([
      compared('/r/6/2027-01-20/compare/1/2027-01-20'),
      compared('/r/1/2027-01-20/compare/6/2027-01-20'),
    ])
    const cells = ({ comparison }: typeof there) => comparison.differences.map((one) => `${one.material}/${one.form}`)
    expect(cells(back).toSorted()).toEqual(cells(there).toSorted())
    expect(back.comparison.differences.every(({ step }) => step.of === 'revision' && step.undone)).toBe(true)
  })
})

describe('a first question that has no answer', () => {
  test.for([
    ['/r/1/2025-11-08/compare/99/2025-11-08', 404, /^Before: Revision 99 has not been published/],
    ['/r/1/2025-11-08/compare/1/2015-01-01', 404, /^Before: The day 1 January 2015 lies before this record begins/],
    ['/r/1/2025-11-08/compare/1/2035-01-01', 404, /^Before: The day 1 January 2035 lies too far ahead/],
    ['/r/1/2025-11-08/compare/1/2025-11-08/party/nobody-at-all', 404, /^Before: This record has no party/],
  ] as const)('%s is refused in words', async ([path, status, words]) => {
    const [code, text] = await refusal(path)
    expect(code).toBe(status)
    expect(text).toMatch(words)
  })
})

test('a comparison leaves the site whole', async () => {
  const told = await shown('/r/6/2026-11-11/compare/1/2026-11-10')
  expect(exhibit.parse(JSON.parse(canonicalJson(told)))).toEqual(told)
  expect(told.cells).toHaveLength(118)
  const { comparison } = await compared('/r/6/2026-11-11/compare/1/2026-11-10')
  expect(told.tables.map(({ key, rows }) => [key, rows.length])).toEqual([
    ['differences', comparison.differences.length],
    ['cells', comparison.pairs.length],
  ])
})

describe('a frozen answer', () => {
  test('is as it was where nothing has changed', async () => {
    const drift = await driftOf(await shown('/r/6/2026-11-22/matrix'), TODAY)
    expect(drift).toMatchObject({ ok: true, value: { total: 118, differing: 0, cells: [], wordsDiffer: false } })
  })

  test('is held against today: every cell that differs has one cause, and the counts add up', async () => {
    const drift = await driftOf(await shown('/r/1/2026-11-22/matrix'), TODAY)
    if (!drift.ok) throw new Error('no drift')
    const { causes, differing, cells, compareAddress, nowAddress, revision } = drift.value
    expect([revision, nowAddress, compareAddress]).toEqual([
      6,
      '/r/6/2026-11-22/matrix',
      '/r/6/2026-11-22/compare/1/2026-11-22',
    ])
    expect(Object.values(causes).reduce((sum, count) => sum + count, 0)).toBe(differing)
    expect(cells).toHaveLength(differing)
    expect(causes.lens + causes.rules).toBe(0)
    expect(cells.find(({ material, form }) => material === 'Ho' && form === 'metal')).toMatchObject({
      materialName: 'Holmium',
      before: { status: 'pause-ended' },
      after: { status: 'paused' },
      cause: 'law',
      why: 'Revision 4 (a change of the law), by No. 70 of 2025',
    })
    expect(cells.find(({ material }) => material === 'Y')).toMatchObject({ cause: 'wording' })
  })

  test('tells the cells that went the same way in one sentence, as their comparison does, and each of them once', async () => {
    const drift = await driftOf(await shown('/r/1/2026-11-22/matrix'), TODAY)
    if (!drift.ok) throw new Error('no drift')
    const { groups, cells, compareAddress } = drift.value
    const says = groups.map((group) => group.says)
    expect(says[0]).toMatch(/^Revision 4 \(a change of the law\), by No\. 70 of 2025: \d+ cells of Eu, Ho, Er, Tm, Yb/)
    expect(
      new Set(groups.flatMap((group) => group.cells.map(({ material, form }) => `${material}/${form}`))).size,
    ).toBe(cells.length)
    expect((await shown(compareAddress ?? '')).sentences).toEqual(expect.arrayContaining(says))
  })

  test('that was asked as known on a day is held against everything recorded, wherever it says so', async () => {
    const path = '/r/6/2025-11-08/known/2025-10-20/matrix'
    const [frozen, now] = await Promise.all([shown(path), shown('/r/6/2026-11-22/matrix')])
    const drift = await driftOf(frozen, TODAY)
    if (!drift.ok) throw new Error('no drift')
    const { differing, nowAddress, liveAddress, compareAddress } = drift.value
    const then = new Map(frozen.cells.map((cell) => [`${cell.material}/${cell.form}`, cell.status]))
    const moved = now.cells.filter(({ material, form, status }) => then.get(`${material}/${form}`) !== status)
    expect(moved.length).toBeGreaterThan(40)
    expect(differing).toBeGreaterThanOrEqual(moved.length)
    expect([frozen.live, liveAddress, nowAddress, compareAddress]).toEqual([
      '/',
      '/',
      '/r/6/2026-11-22/matrix',
      '/r/6/2026-11-22/compare/6/2025-11-08/known/2025-10-20',
    ])
    expect((await compared(compareAddress ?? '')).comparison.differences).toHaveLength(differing)
  })

  test('without cells, asked as known on a day after all that is told, is told the same', async () => {
    const drift = await driftOf(await shown('/r/6/2026-11-22/known/2026-11-21/sources'), TODAY)
    expect(drift).toMatchObject({ ok: true, value: { wordsDiffer: false } })
  })

  test.for(['regimes', 'regimes/april-4', 'instruments', 'instruments/cn-2025-70', 'sources', 'changes'])(
    'without cells is not told otherwise because a day has gone by: %s',
    async (view) => {
      const drift = await driftOf(await shown(`/r/6/2026-11-21/${view}`), TODAY)
      expect(drift).toMatchObject({ ok: true, value: { total: 0, wordsDiffer: false } })
    },
  )

  test('keeps its own cells: what only our reckoning explains is told as that', async () => {
    const frozen = await shown('/r/6/2026-11-22/materials/Dy')
    const cells = frozen.cells.map((cell) => ({ ...cell, status: 'prohibited' as const }))
    const drift = await driftOf({ ...frozen, rules: frozen.rules + 1, cells }, TODAY)
    expect(drift).toMatchObject({
      ok: true,
      value: { total: cells.length, differing: cells.length, causes: { rules: cells.length } },
    })
  })

  test('without cells differs by its words', async () => {
    const [same, other] = await Promise.all([
      driftOf(await shown('/r/6/2026-11-22/regimes/april-4'), TODAY),
      driftOf(await shown('/r/1/2026-11-22/instruments/cn-2025-70'), TODAY),
    ])
    expect(same).toMatchObject({ ok: true, value: { total: 0, wordsDiffer: false, compareAddress: null } })
    expect(other).toMatchObject({ ok: true, value: { total: 0, wordsDiffer: true } })
  })
})
