import type { Country } from '../record'
import type { Indicator, IndicatorPoint } from '../testimony'
import type { Period, PeriodLength } from './period'
import { periodOf } from './period'

export type SeriesGroup = 'shipments' | 'prices' | 'licences' | 'shares' | 'parties' | 'other'

/** In the order in which readers meet them. */
export const SERIES_GROUPS: readonly SeriesGroup[] = ['shipments', 'prices', 'licences', 'shares', 'parties', 'other']

/** A point with the days that it was measured over. */
export type Measured = IndicatorPoint & { readonly days: Period }

const MASSES: ReadonlySet<string> = new Set(['kg', 't', 'tonnes'])

/**
 * What a series is about, from its own facts, the first that fits:
 *
 * 1. parties: its key begins with `entities`;
 * 2. licences: a part of its key is `licences` (an approved share is about licences, whatever its unit);
 * 3. prices: its key begins with `price`, or its unit is money by weight (`USD/kg`);
 * 4. shares: its key begins with `share`;
 * 5. shipments: its unit is a mass, or a part of its key is `exports` or `imports` (a change on a year earlier);
 * 6. other: what none of these fits, such as production that stopped.
 */
export function groupOf({ key, unit }: Pick<Indicator, 'key' | 'unit'>): SeriesGroup {
  const parts = key.split('-')
  if (parts[0] === 'entities') return 'parties'
  if (parts.includes('licences')) return 'licences'
  if (parts[0] === 'price' || /^[A-Z]{3}\/kg$/.test(unit)) return 'prices'
  if (parts[0] === 'share') return 'shares'
  return MASSES.has(unit) || parts.includes('exports') || parts.includes('imports') ? 'shipments' : 'other'
}

/** Whether what is counted is an amount that was shipped, so that two of its periods can be compared by size. */
export function isAmountShipped(indicator: Pick<Indicator, 'key' | 'unit'>): boolean {
  return groupOf(indicator) === 'shipments' && MASSES.has(indicator.unit)
}

/** Whether each value counts on from the beginning of its year: such values hold one another. */
export function isCumulative({ frequency }: Pick<Indicator, 'frequency'>): boolean {
  return frequency === 'cumulative' || frequency === 'year-to-date'
}

const PACES: { readonly [frequency: string]: PeriodLength } = {
  daily: 'day',
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
}

/** The length of one step of a series; `null` where it has none (irregular, cumulative, windows of its own). */
export function paceOf({ frequency }: Pick<Indicator, 'frequency'>): PeriodLength | null {
  return PACES[frequency] ?? null
}

/** The points of a series in the order of their days. */
export function measuredIn({ points }: Pick<Indicator, 'points'>): readonly Measured[] {
  return points
    .map((point) => ({ ...point, days: periodOf(point.period) }))
    .sort((a, b) => (a.days.from < b.days.from ? -1 : a.days.from > b.days.from ? 1 : a.days.to < b.days.to ? -1 : 1))
}

/**
 * Whether a line may lead from one point to the next: both have the length of the series' step, and the second begins on
 * the day after the first ends. A month that is missing is a gap, and nothing is drawn over it; a series without a step
 * has points alone.
 */
export function areConsecutive(indicator: Pick<Indicator, 'frequency'>, a: Measured, b: Measured): boolean {
  const pace = paceOf(indicator)
  return pace !== null && a.days.length === pace && b.days.length === pace && a.days.to === b.days.from
}

/**
 * The country that the goods go to, where the place names one (`CN->US`). The union (`CN->EU`), the world and markets for
 * prices name none: the law is then read for any destination.
 */
export function destinationOf({ geography }: Pick<Indicator, 'geography'>): Country | null {
  const [, to] = /^[A-Z]{2}->([A-Z]{2})$/.exec(geography) ?? []
  return to === undefined || to === 'EU' ? null : to
}
