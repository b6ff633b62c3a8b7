import { describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { tellMatrix } from '@/lib/contract/answer'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import type { View } from '@/lib/contract/view'
import { drawnOf } from '@/lib/contract/words/drawn'
import { canonicalJson } from '@/lib/formats/canonical'
import { exhibitCsv } from '@/lib/formats/exhibit-csv'
import { localDate } from '@/lib/ledger/interval'
import { resolveMatrix } from '@/lib/ledger/matrix'
import type { Question } from '@/lib/ledger/question'
import { plainQuestion } from '@/lib/ledger/question'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { evidencePage } from '@/lib/reading/evidence'
import { smallChartOf } from '@/lib/reading/evidence/small'
import { exhibitOf } from '@/lib/reading/exhibit'
import type { Opened } from '@/lib/reading/opened'
import { lawOf } from '@/lib/reading/opened'
import { pageOf } from '@/lib/reading/page'
import { theRecord } from '../support/record'

const record = theRecord()
const DAY = localDate('2026-11-22')

function opened(of: WholeRecord, view: View, over: Partial<Question> = {}, by: Coordinates['by'] = 'form'): Opened {
  const question = { ...plainQuestion(DAY), ...over }
  const coordinates: Coordinates = { revision: 1, question, scope: 'rare-earths', by, view }
  return { coordinates, record: of, law: lawOf(of, question.known), today: DAY }
}

async function exhibited(...asked: Parameters<typeof opened>): Promise<Exhibit> {
  const made = exhibitOf(await pageOf(opened(...asked)), localDate('2026-11-21'))
  if (made === null) throw new Error('no exhibit')
  return made
}

describe('statuses without evidence', () => {
  const withoutEvidence: WholeRecord = { ...record, indicators: [] }
  const withoutTestimony: WholeRecord = { ...record, indicators: [], events: [], claims: [] }
  /** Tables that tell evidence, and the sources that only evidence cites. */
  const EVIDENCE = new Set(['series', 'practice', 'readings', 'shipments', 'sources'])

  const ASKED: readonly (readonly [View, Partial<Question>, Coordinates['by']?])[] = [
    [{ name: 'matrix' }, {}],
    [{ name: 'matrix' }, { on: localDate('2025-10-20'), known: localDate('2025-10-20') }, 'regime'],
    [{ name: 'material', key: 'Dy' }, {}],
    [{ name: 'proof', material: 'Ho', form: 'metal' }, {}],
    [{ name: 'instrument', key: 'cn-2025-57' }, {}],
  ]

  const csv = (table: ExhibitTable) => [...exhibitCsv(table, [], 'https://sluice.example')].join('')

  const whole = ({ cells, grid, timelines, legend, tables }: Exhibit) => [
    canonicalJson({ cells, grid, timelines, legend }),
    ...tables.filter(({ key }) => !EVIDENCE.has(key)).map((table) => `${table.key}\n${csv(table)}`),
  ]
  // Beside a status it may stand that somebody claims otherwise: that mark is no status, and goes with the claim.
  const cellsOf = ({ cells, tables }: Exhibit) =>
    canonicalJson([cells, tables.filter(({ key }) => key === 'cells').map(unclaimed)])

  test.for(ASKED)('%j go out byte for byte as before when every series is deleted', async ([view, asked, by]) => {
    const before = await exhibited(record, view, asked, by)

    expect(whole(await exhibited(withoutEvidence, view, asked, by))).toEqual(whole(before))
    expect(cellsOf(await exhibited(withoutTestimony, view, asked, by))).toBe(cellsOf(before))
    expect(whole(before).join('').length).toBeGreaterThan(2000)
  })

  test('the matrix that machines ask for is the same bytes before, in and after a suspension', () => {
    const told = (of: WholeRecord, question: Question) => {
      const { rows, verifiedThrough } = resolveMatrix(lawOf(of, question.known), question, 'all')
      return JSON.stringify(
        tellMatrix(
          { cells: rows.flatMap(({ cells }) => cells), scope: 'all', nextAfter: null, verifiedThrough },
          question,
          1,
        ),
      )
    }
    for (const on of ['2025-04-04', '2025-11-08', '2026-11-11'].map(localDate))
      for (const to of [null, 'US'])
        expect(told(withoutTestimony, { ...plainQuestion(on), to })).toBe(told(record, { ...plainQuestion(on), to }))
  })
})

function unclaimed({ columns, rows }: ExhibitTable) {
  const kept = columns.flatMap(({ key }, at) => (key === 'claimed' ? [] : [at]))
  return rows.map((row) => kept.map((at) => row[at]))
}

describe('the series of the record', () => {
  const { series } = evidencePage(opened(record, { name: 'evidence' }))
  const named = (key: string) => {
    const found = series.find(({ indicator }) => indicator.key === key)
    if (found === undefined) throw new Error(`no series ${key}`)
    return found
  }

  test('carry no flag: three ran long enough before the first control, and the law never treats their goods alike', () => {
    const read = series.flatMap(({ indicator, divergence }) =>
      divergence.read ? [{ key: indicator.key, divergence }] : [],
    )
    expect(read.map(({ key }) => key)).toEqual(['magnets-total', 're-exports-total'])
    for (const { divergence } of read)
      expect(new Set(divergence.readings.map(({ outcome }) => outcome))).toEqual(new Set(['law-differs']))
    expect(named('dysprosium-exports').divergence).toMatchObject({ why: 'too-few', earlier: 1 })
    expect(named('yttrium-products-us').divergence).toMatchObject({ why: 'too-few', earlier: 1 })
  })

  test('are drawn at their own days, zero as zero, gaps as gaps, estimates marked, the asked day where it falls', () => {
    const drawn = drawnOf(named('dysprosium-exports'), localDate('2025-06-06'))
    expect(drawn?.points.slice(0, 3).map(({ from, to, value }) => [from, to, value])).toEqual([
      [61, 91, 26037],
      [395, 426, 0],
      [426, 456, 1],
    ])
    expect(drawn?.joins.map(([from]) => from)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(drawn?.ticks.map(({ word }) => word)).toEqual(['0', '10,000', '20,000', '30,000'])
    expect(drawn?.bands.map(({ from, to, word }) => [from, to, word])).toEqual([
      [0, 368, 'not controlled'],
      [368, 640, 'licence'],
    ])
    expect(drawn?.asked).toBe(431)
    expect(drawnOf(named('dysprosium-exports'), DAY)?.asked).toBeNull()
    expect(
      drawnOf(named('magnets-us'), DAY)
        ?.points.filter(({ estimated }) => estimated)
        .map(({ amount }) => amount),
    ).toEqual(['585 t, estimated', '420 t, estimated', '449 t, estimated'])
    expect(drawnOf(named('terbium-us'), DAY)).toBeNull()
  })

  test('are told in one alternative that names every band and counts the gaps', () => {
    expect(drawnOf(named('dysprosium-exports'), DAY)?.alternative).toBe(
      'China exports of dysprosium, all destinations, China to the world, in kilograms: 9 points from June 2024 to December 2025. Lowest 0 kg (May 2025), highest 26,037 kg (June 2024), last 4,120 kg. One gap, left open. The law meanwhile: not controlled: 17 October 2020 to 3 April 2025; licence: from 4 April 2025 on.',
    )
  })

  test('the small chart is of the longest one under a law that is one for all its goods', () => {
    expect(smallChartOf(opened(record, { name: 'matrix' }))?.indicator.key).toBe('dysprosium-exports')
    const without = record.indicators.filter(({ key }) => key !== 'dysprosium-exports')
    const next = smallChartOf(opened({ ...record, indicators: without }, { name: 'matrix' }))
    expect(next?.indicator.key).toBe('terbium-exports')
    expect(smallChartOf(opened({ ...record, indicators: [] }, { name: 'matrix' }))).toBeNull()
  })

  test('go out whole: every point of every series, and each series by itself with the law behind it', async () => {
    const all = await exhibited(record, { name: 'evidence' })
    const rows = (made: Exhibit, key: string) => made.tables.find((table) => table.key === key)?.rows.length
    expect(rows(all, 'series')).toBe(record.indicators.length)
    expect(rows(all, 'practice')).toBe(record.indicators.flatMap(({ points }) => points).length)
    expect(rows(all, 'readings')).toBe(22)
    const one = await exhibited(record, { name: 'series', key: 'magnets-us' })
    expect([rows(one, 'practice'), rows(one, 'law')]).toEqual([11, 2])
    expect(one.sentences).toContain(
      'Too few points to tell: no stated value lies wholly before the first control on 4 April 2025, and 3 are needed.',
    )
  })
})
