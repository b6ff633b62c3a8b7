import type { Indicator, IndicatorPoint } from '@/lib/ledger/testimony'
import type { IndicatorPointVersion, IndicatorVersion } from '../generated/client'
import { contentsOf, type Versioned } from './cell'

/** The points of each series, in its order. */
export function pointsBySeries(
  rows: readonly IndicatorPointVersion[],
): ReadonlyMap<string, readonly IndicatorPointVersion[]> {
  const found = new Map<string, IndicatorPointVersion[]>()
  for (const row of rows.toSorted((a, b) => a.position - b.position)) {
    const there = found.get(row.indicator)
    if (there) there.push(row)
    else found.set(row.indicator, [row])
  }
  return found
}

/** @param points in the order of the series. */
export function indicatorOf(row: IndicatorVersion, points: readonly IndicatorPointVersion[]): Indicator {
  return { ...contentsOf(row), points: points.map(pointOf) }
}

export function indicatorRow({ points, ...indicator }: Indicator): Omit<IndicatorVersion, keyof Versioned> {
  return { ...indicator, materials: [...indicator.materials] }
}

export function pointRows(indicator: Indicator): readonly Omit<IndicatorPointVersion, keyof Versioned>[] {
  return indicator.points.map((point, position) => ({ ...point, indicator: indicator.key, position }))
}

function pointOf(row: IndicatorPointVersion): IndicatorPoint {
  const { indicator, position, ...point } = contentsOf(row)
  return point
}
