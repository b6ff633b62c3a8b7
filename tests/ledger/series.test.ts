import { describe, expect, test } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { bandsOf, firstControlOf, stripsOf } from '@/lib/ledger/series/bands'
import { observe } from '@/lib/ledger/series/observed'
import { overlap, periodOf, readPeriod } from '@/lib/ledger/series/period'
import { areConsecutive, destinationOf, groupOf, measuredIn } from '@/lib/ledger/series/series'
import { theRecord } from '@/tests/support/record'

const record = theRecord()
const law = openLaw(record, null)
const indicator = (key: string) => {
  const found = record.indicators.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no series ${key}`)
  return found
}

describe('a period', () => {
  test.for([
    ['2025-06-30', '2025-06-30', '2025-07-01', 'day'],
    ['2024-02', '2024-02-01', '2024-03-01', 'month'],
    ['2026-Q1', '2026-01-01', '2026-04-01', 'quarter'],
    ['2025-Q4', '2025-10-01', '2026-01-01', 'quarter'],
    ['2025', '2025-01-01', '2026-01-01', 'year'],
    ['2025-01/2025-05', '2025-01-01', '2025-06-01', 'span'],
    ['2024-08/2025-Q1', '2024-08-01', '2025-04-01', 'span'],
  ])('%s runs over its own days', ([text = '', from, to, length]) => {
    expect(periodOf(text)).toEqual({ from, to, length })
  })

  test.for(['', '2025-13', '2025-Q5', '2025-02-30', '2025-06/2025-05', '2025-01/', '2025/2026/2027', 'June 2025'])(
    '%j is none',
    (text) => {
      expect(readPeriod(text)).toBeNull()
      expect(() => periodOf(text)).toThrow(TypeError)
    },
  )

  test('overlaps another when they share a day', () => {
    expect(overlap(periodOf('2025'), periodOf('2025-12-31'))).toBe(true)
    expect(overlap(periodOf('2025-01'), periodOf('2025-02'))).toBe(false)
  })
})

describe('a series', () => {
  test('stands in a group by its own facts', () => {
    const groups = new Map(record.indicators.map((one) => [one.key, groupOf(one)]))
    expect(Object.fromEntries([...groups].filter(([key]) => !/^(price|share|entities)-/.test(key)))).toMatchObject({
      'licences-eu-approved-share': 'licences',
      'general-licences-holders': 'licences',
      'heavy-re-japan-2026': 'shipments',
      'japan-re-imports-change': 'shipments',
      're-exports-yoy': 'shipments',
      'euchamber-stoppages': 'other',
    })
    for (const [key, group] of groups) {
      const [, prefix] = /^(price|share|entities)-/.exec(key) ?? []
      if (prefix !== undefined)
        expect([key, group]).toEqual([key, { price: 'prices', share: 'shares', entities: 'parties' }[prefix]])
    }
    expect([...groups.values()].filter((group) => group === 'other')).toEqual(['other'])
  })

  test('is joined between neighbouring periods of its own step alone', () => {
    const joined = (key: string) => {
      const points = measuredIn(indicator(key))
      return points.flatMap((point, at) => {
        const next = points[at + 1]
        return next !== undefined && areConsecutive(indicator(key), point, next) ? [next.period] : []
      })
    }
    expect(joined('magnets-us')).toEqual([
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-03',
    ])
    expect(joined('re-exports-annual')).toEqual(['2025'])
    expect(joined('price-dysprosium-oxide-europe')).toEqual([])
    expect(joined('magnets-ytd')).toEqual([])
    expect(joined('yttrium-products-us')).toEqual([])
  })

  test('is held against the law of its destination where its place names one country', () => {
    expect(destinationOf({ geography: 'CN->US' })).toBe('US')
    for (const geography of ['CN->EU', 'CN->world', 'CN', 'JP', 'Europe', 'EU v CN'])
      expect(destinationOf({ geography })).toBeNull()
  })

  test('has the law of its goods behind it, as it was to that destination', () => {
    const strips = stripsOf(law)
    const words = (key: string) =>
      observe(record, law, indicator(key), strips).bands.map(({ from, rollup }) => `${from} ${rollup.status}`)
    expect(words('dysprosium-exports')).toEqual([`${law.coversFrom} not-controlled`, '2025-04-04 licence'])
    expect(words('entities-japan-restricted')).toEqual([])
    const magnets = observe(record, law, indicator('magnets-us'), strips)
    expect(firstControlOf(magnets.bands)).toBe('2025-04-04')
    expect(magnets.bands.find(({ from }) => from === '2025-04-04')?.rollup.status).toBe('mixed')
    expect(bandsOf([])).toEqual([])
  })

  test('says when its periods overlap, unless each counts on', () => {
    const strips = stripsOf(law)
    const overlapping = record.indicators.filter((one) => observe(record, law, one, strips).overlaps)
    expect(overlapping.map(({ key }) => key)).toEqual([])
    const [first] = indicator('magnets-us').points
    if (first === undefined) throw new Error('no point')
    const both = { ...indicator('magnets-us'), points: [first, { ...first, period: '2025' }] }
    expect(observe(record, law, both, strips).overlaps).toBe(true)
    expect(observe(record, law, { ...both, frequency: 'cumulative' }, strips).overlaps).toBe(false)
  })
})
