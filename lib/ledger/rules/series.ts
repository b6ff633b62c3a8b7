import { readPeriod } from '../series/period'
import type { IndicatorPoint, WholeRecord } from '../testimony'
import type { Breach, Proposal } from './broken'

/** E27. A series has one value for one period. */
export function onePointForAPeriod({ after }: Proposal): readonly Breach[] {
  return doublePeriods(after)
}

export function doublePeriods({ indicators }: Pick<WholeRecord, 'indicators'>): readonly Breach[] {
  return indicators.flatMap(({ key, points }) =>
    doublePoints(points).map(({ at, period, other, value, first }) => ({
      kind: 'indicator' as const,
      key,
      field: `points[${at}].period`,
      names: { period, other, value, first, spelled: period === other ? 'alike' : 'otherwise' },
    })),
  )
}

/** A point whose days another point has already, however they are spelled: `2026-Q1` is `2026-01/2026-03`. */
export type DoublePoint = {
  readonly at: number
  readonly period: string
  /** The period as the earlier point spells it. */
  readonly other: string
  readonly value: number
  /** The value of the earlier point. */
  readonly first: number
}

/**
 * The points that give a second value for the days of an earlier one. Periods that overlap otherwise stand side by side:
 * a year and its months are different measurements. What is no period is none of this rule's business.
 */
export function doublePoints(points: readonly Pick<IndicatorPoint, 'period' | 'value'>[]): readonly DoublePoint[] {
  const seen = new Map<string, { readonly period: string; readonly value: number }>()
  return points.flatMap(({ period, value }, at) => {
    const read = readPeriod(period)
    if (read === null) return []
    const days = `${read.from} ${read.to}`
    const earlier = seen.get(days)
    if (earlier === undefined) seen.set(days, { period, value })
    return earlier === undefined ? [] : [{ at, period, other: earlier.period, value, first: earlier.value }]
  })
}
