import { describe, expect, test } from 'vitest'
import { divergenceOf, flagsOf, THRESHOLDS } from '@/lib/ledger/divergence'
import { localDate } from '@/lib/ledger/interval'
import type { Rollup } from '@/lib/ledger/rollup'
import type { Band } from '@/lib/ledger/series/bands'
import type { Status } from '@/lib/ledger/status'
import type { Indicator, IndicatorPoint } from '@/lib/ledger/testimony'

/** Free until April 2025, under a licence until October, paused from November on, doubtful from 2026 on. */
const BANDS = bands(
  ['2020-01-01', 'not-controlled'],
  ['2025-04-04', 'licence'],
  ['2025-10-09', 'licence', 'not-controlled'],
  ['2025-11-01', 'paused'],
  ['2026-01-01', 'pause-ended'],
)

function bands(...spans: readonly (readonly [string, ...Status[]])[]): readonly Band[] {
  return spans.map(([from, ...statuses], at) => {
    const to = spans[at + 1]?.[0]
    const rollup: Rollup = {
      status: statuses.length === 1 ? (statuses[0] ?? 'mixed') : 'mixed',
      counts: statuses.map((status) => ({ status, count: 1 })),
      total: statuses.length,
      listed: [],
      anyListed: true,
      notListed: [],
      beforeEffect: false,
    }
    return { from: localDate(from), to: to === undefined ? null : localDate(to), rollup }
  })
}

function point(period: string, value: number, over: Partial<IndicatorPoint> = {}): IndicatorPoint {
  return { period, value, low: null, high: null, estimated: false, note: null, source: 's', ...over }
}

const BEFORE = [point('2024-05', 80), point('2024-06', 100), point('2024-08', 1000)]

function shipped(points: readonly IndicatorPoint[], over: Partial<Indicator> = {}): Indicator {
  const rest = { title: 't', geography: 'CN->world', materials: ['Dy'], notes: null }
  return { key: 'dysprosium-exports', unit: 'kg', frequency: 'monthly', ...rest, ...over, points }
}

/** What comes of one period after three that have a median of 100. */
function outcome(one: IndicatorPoint, law = BANDS) {
  const divergence = divergenceOf(shipped([...BEFORE, one]), law)
  return divergence.read ? divergence.readings.map((reading) => reading.outcome).join() : divergence.why
}

describe('shipments against law', () => {
  test.for<[string, IndicatorPoint, string]>([
    ['at nine tenths of the median practice is not open', point('2025-05', 90), 'agrees'],
    ['past nine tenths it is', point('2025-05', 90.1), 'law-restricts-practice-open'],
    ['nothing shipped under a licence is no contradiction', point('2025-06', 0), 'agrees'],
    ['at a tenth of the median practice is not closed', point('2025-12', 10), 'agrees'],
    ['under a tenth it is', point('2025-12', 9.9), 'law-open-practice-closed'],
    ['zero is under a tenth', point('2025-12', 0), 'law-open-practice-closed'],
    ['much shipped while the law is open agrees with it', point('2025-12', 500), 'agrees'],
    ['an estimate alone proves nothing', point('2025-05', 500, { estimated: true }), 'estimate'],
    ['nor one whose bound is on the line', point('2025-05', 500, { estimated: true, low: 90 }), 'estimate'],
    [
      'one whose bound is past it does',
      point('2025-05', 500, { estimated: true, low: 91 }),
      'law-restricts-practice-open',
    ],
    ['a stated value is believed no further than its bound', point('2025-05', 95, { low: 85, high: 99 }), 'estimate'],
    ['an upper bound proves what a lower does not', point('2025-12', 5, { estimated: true, low: 1 }), 'estimate'],
    ['when it is under a tenth too', point('2025-12', 5, { estimated: true, high: 9 }), 'law-open-practice-closed'],
    ['a month in which control began belongs to neither', point('2025-04', 500), 'law-unclear'],
    ['nor does one in which some goods are free', point('2025-10', 500), 'law-differs'],
    ['nor one after a pause that nobody verified', point('2026-02', 0), 'law-unclear'],
    ['a quarter is not held against months', point('2025-Q2', 500), ''],
  ])('%s', ([, one, expected]) => {
    expect(outcome(one)).toBe(expected)
  })

  test('the law must be one on every day of the period', () => {
    const changing = bands(['2020-01-01', 'not-controlled'], ['2025-04-04', 'licence'], ['2025-05-31', 'paused'])
    expect(outcome(point('2025-05', 500), changing)).toBe('law-unclear')
    expect(outcome(point('2025-06', 1), changing)).toBe('law-open-practice-closed')
    const doubtful = bands(['2020-01-01', 'not-controlled'], ['2025-04-04', 'licence', 'pause-ended'])
    expect(outcome(point('2025-06', 500), doubtful)).toBe('law-unclear')
  })

  test('the measure is the median, not the mean, of periods that ended before the first control', () => {
    const divergence = divergenceOf(shipped([...BEFORE, point('2025-05', 95)]), BANDS)
    expect(divergence).toMatchObject({ read: true, median: 100, earlier: 3, before: '2025-04-04' })
    expect(flagsOf(divergence).map(({ share }) => share)).toEqual([0.95])
  })

  test.for<[string, readonly IndicatorPoint[], number]>([
    ['two are too few', BEFORE.slice(1), 2],
    ['an estimate is not counted', [...BEFORE.slice(1), point('2024-09', 100, { estimated: true })], 2],
    ['nor is a month that control began in', [...BEFORE.slice(1), point('2025-04', 100)], 2],
    ['nor one before the record begins', [...BEFORE.slice(1), point('2019-12', 100)], 2],
    ['nor a period of another length', [...BEFORE.slice(1), point('2023', 1200)], 2],
  ])('%s', ([, earlier, counted]) => {
    const divergence = divergenceOf(shipped([...earlier, point('2025-05', 500)]), BANDS)
    expect(divergence).toEqual({ read: false, why: 'too-few', earlier: counted, before: '2025-04-04' })
    expect(counted).toBeLessThan(THRESHOLDS.earlierPoints)
  })

  test('a measure of nothing is no measure', () => {
    const zeros = BEFORE.map((one) => ({ ...one, value: 0 }))
    expect(divergenceOf(shipped([...zeros, point('2025-05', 5)]), BANDS)).toMatchObject({ why: 'too-few' })
  })

  test('eight months are held against eight', () => {
    const windows = [point('2022-08/2023-03', 100), point('2023-04/2023-11', 100), point('2023-12/2024-07', 100)]
    const series = shipped([...windows, point('2025-11/2025-12', 0), point('2025-04/2025-11', 500)], { frequency: 'w' })
    const divergence = divergenceOf(series, bands(['2020-01-01', 'not-controlled'], ['2025-04-01', 'licence']))
    expect(flagsOf(divergence).map((one) => one.point.period)).toEqual(['2025-04/2025-11'])
  })

  test('what counts on, or counts nothing that was shipped, or was never controlled, is held against nothing', () => {
    const points = [...BEFORE, point('2025-05', 500)]
    const why = (over: Partial<Indicator>, law = BANDS) => {
      const divergence = divergenceOf(shipped(points, over), law)
      return divergence.read || divergence.why
    }
    expect(why({ frequency: 'year-to-date' })).toBe('cumulative')
    expect(why({ key: 'price-dysprosium', unit: 'USD/kg' })).toBe('no-amount')
    expect(why({ unit: '% change' })).toBe('no-amount')
    expect(why({}, bands(['2020-01-01', 'not-controlled']))).toBe('no-control')
    expect(why({}, [])).toBe('no-control')
    expect(why({})).toBe(true)
  })
})
