import { describe, expect, test } from 'vitest'
import { sayDifferences } from '@/lib/contract/history/difference-words'
import { byKey, namesIn } from '@/lib/contract/history/names'
import { printedChange } from '@/lib/contract/record/file-format'
import { FILE_NAMES, FILES } from '@/lib/contract/record/files'
import { english } from '@/lib/contract/words/catalogue'
import { changesThatRecord, type Kind } from '@/lib/ledger/change'
import { theRecord } from '../../support/record'

const record = theRecord()
const nameOf = namesIn(record)

type Printed = { readonly [field: string]: unknown }

/** A record of the real files, as they print it. */
function printed(kind: Kind, key: string): Printed {
  const change = changesThatRecord(record).find((one) => one.kind === kind && one.key === key)
  if (change === undefined) throw new Error(`no ${kind} ${key}`)
  return printedChange(change).record as Printed
}

const changed = (kind: Kind, key: string, over: Printed) => {
  const before = printed(kind, key)
  return sayDifferences(kind, before, { ...before, ...over }, nameOf)
}

describe('a provision is told by its instrument and what it does', () => {
  test.for([
    ['cn-2025-70-suspends-2025-57', 'No. 70 of 2025, suspension of No. 57 of 2025'],
    ['cn-2025-72-suspends-2024-46-clause-2', /^No\. 72 of 2025, suspension of No\. 46 of 2024, .* and \d+ others$/],
  ] as const)('%s', ([key, name]) => {
    expect(nameOf('provision', key)).toMatch(name)
  })

  test('a key that nothing stands under is told as it is', () => {
    expect(nameOf('material', 'unobtainium')).toBe('unobtainium')
  })
})

describe('what differs is told field by field', () => {
  test('a last day in words, with the first day after it', () => {
    expect(changed('provision', 'cn-2025-70-suspends-2025-57', { lastDay: '2027-01-10' })).toEqual([
      'Last day in force changed from 10 November 2026 to 10 January 2027. The first day after it is 11 January 2027.',
    ])
  })

  test('an end date removed', () => {
    expect(changed('provision', 'cn-2025-70-suspends-2025-57', { lastDay: null, lastDayReading: null })).toEqual([
      'Last day in force: taken out; it was 10 November 2026. No end is dated any more.',
      'How the last day is known: taken out; it was assumed inclusive.',
    ])
  })

  test('lists by what was added and taken out, under names', () => {
    const { targets } = printed('provision', 'cn-2025-70-suspends-2025-57')
    expect(targets).toEqual(['cn-2025-57'])
    expect(changed('provision', 'cn-2025-70-suspends-2025-57', { targets: ['cn-2025-18', 'cn-2025-61'] })).toEqual([
      'What it acts on: No. 18 of 2025, No. 61 of 2025 added.',
      'What it acts on: No. 57 of 2025 taken out.',
    ])
    expect(
      changed('material', 'Dy', { aliases: [...(printed('material', 'Dy')['aliases'] as string[]), 'Dys'] }),
    ).toEqual(['Other names: “Dys” added.'])
  })

  test('an order alone', () => {
    const forms = printed('material', 'Dy')['forms'] as string[]
    expect(changed('material', 'Dy', { forms: forms.toReversed() })).toEqual([
      'Forms it is traded in: put in another order.',
    ])
  })

  test('destinations by the names of countries', () => {
    const of = { only: ['US'], except: [] }
    expect(changed('provision', 'cn-2025-70-suspends-2025-57', { destinations: of })).toEqual([
      'Destinations, only to: United States added.',
    ])
  })

  test('a citation by its source, with the clause and its gloss', () => {
    const sources = printed('instrument', 'cn-2025-70')['sources'] as readonly Printed[]
    const [first, ...rest] = sources
    const clause = { original: '暂停实施', gloss: 'implementation is suspended' }
    const title = nameOf('source', String(first?.['source']))
    expect(changed('instrument', 'cn-2025-70', { sources: [{ ...first, locator: null, clause }, ...rest] })).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Sources: ${title.replace(/[.*+?^()|[\]\\]/g, '\\$&')} changed from .* to the clause “暂停实施” \\(in English: “implementation is suspended”\\)\\.$`,
        ),
      ),
    ])
    expect(changed('instrument', 'cn-2025-70', { sources: rest })).toEqual([
      expect.stringMatching(/^Sources: .* taken out\.$/),
    ])
  })

  test('a field inside a field by its own label', () => {
    const claim = record.claims[0]
    if (claim === undefined) throw new Error('no claim')
    const other = claim.assessment.verdict === 'partly' ? 'confirmed' : 'partly'
    expect(changed('claim', claim.key, { assessment: { ...claim.assessment, verdict: other } })).toEqual([
      `Assessment, verdict changed from ${claim.assessment.verdict} to ${other}.`,
    ])
  })

  test('an observed value by its period', () => {
    const series = record.indicators[0]
    const [point, ...rest] = series?.points ?? []
    if (series === undefined || point === undefined) throw new Error('no series')
    expect(changed('indicator', series.key, { points: [{ ...point, value: 7_654 }, ...rest] })).toEqual([
      expect.stringMatching(
        new RegExp(`^Points: ${point.period} changed from .*Value ${point.value}.* to .*Value 7654`),
      ),
    ])
    expect(changed('indicator', series.key, { points: rest })).toEqual([
      expect.stringMatching(new RegExp(`^Points: ${point.period} \\(.*\\) taken out\\.$`)),
    ])
  })

  test('what says the same in another order of fields is no difference', () => {
    const before = printed('provision', 'cn-2025-70-suspends-2025-57')
    expect(sayDifferences('provision', before, Object.fromEntries(Object.entries(before).reverse()))).toEqual([])
  })
})

describe('every record of the real files', () => {
  test('is told when it is new, when it goes, and not at all when it stays', () => {
    for (const change of changesThatRecord(record)) {
      const one = printedChange(change).record as Printed
      expect(sayDifferences(change.kind, one, one, nameOf), change.key).toEqual([])
      expect(sayDifferences(change.kind, one, null, nameOf)).toEqual(['Nothing stands under this key any more.'])
      const told = sayDifferences(change.kind, null, one, nameOf).join('\n')
      expect(told, change.key).not.toMatch(/undefined|null|\[object|forms\.field|history\./)
      expect(told.length).toBeGreaterThan(20)
      expect(nameOf(change.kind, change.key)).not.toBe('')
    }
  })

  test('has a label for each of its fields', () => {
    for (const name of FILE_NAMES) {
      const { kind, fields } = FILES[name]
      expect(Object.keys(english.forms.label[kind])).toEqual(fields)
    }
  })
})

test('a draft with fields of any kind is told without failing', () => {
  const odd = {
    key: 7,
    sources: 'none',
    points: [null, 3],
    destinations: [],
    soup: { a: 1 },
    materials: [{}],
    lastDay: 'x',
  }
  for (const { kind } of Object.values(FILES)) {
    expect(sayDifferences(kind, null, odd, byKey).length).toBeGreaterThan(0)
    expect(sayDifferences(kind, odd, { key: 'x' }, byKey).length).toBeGreaterThan(0)
  }
})
