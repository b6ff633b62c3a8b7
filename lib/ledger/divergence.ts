import type { LocalDate } from './interval'
import { daysBetween } from './interval'
import type { Band } from './series/bands'
import { firstControlOf, isControl } from './series/bands'
import type { Period } from './series/period'
import type { Measured } from './series/series'
import { isAmountShipped, isCumulative, measuredIn } from './series/series'
import { opennessOf } from './status'
import type { Indicator } from './testimony'

/** Of the thresholds below. Whoever changes one counts this up: a flag is only as good as the line it was drawn by. */
export const DIVERGENCE_VERSION = 1

/**
 * Where practice is called closed or open: strictly under a tenth, or strictly over nine tenths, of the median of the same
 * series' periods before the first control. In between nothing is said. At least three such periods are needed: the
 * median of two is their mean, and one may be a month like no other.
 */
export const THRESHOLDS = { closedUnder: 0.1, openOver: 0.9, earlierPoints: 3 } as const

export type Flag = 'law-open-practice-closed' | 'law-restricts-practice-open'

/** Why a period carries no flag. */
export type Unflagged =
  /** Law and practice say the same, or practice is between the thresholds. */
  | 'agrees'
  /** The law does not treat all goods of the series alike: goods that are free may make up what was shipped. */
  | 'law-differs'
  /** The law changed in the period, ended a pause that nobody verified, or reaches back before the record. */
  | 'law-unclear'
  /** An estimate without a bound that would carry the same flag. */
  | 'estimate'

/** One period held against the law. `share` is of the median: 0.05 is a twentieth. */
export type Reading = {
  readonly point: Measured
  readonly share: number
  readonly outcome: Flag | Unflagged
}

/** Why a series is held against nothing. */
export type NotRead =
  /** Nothing shipped is counted: prices, shares, licences, parties, changes in per cent. */
  | 'no-amount'
  /** Each value holds the ones before it. */
  | 'cumulative'
  /** No material is named, or none was ever under control. */
  | 'no-control'
  | 'too-few'

export type Divergence =
  | { readonly read: false; readonly why: Exclude<NotRead, 'too-few'> }
  | { readonly read: false; readonly why: 'too-few'; readonly earlier: number; readonly before: LocalDate }
  | {
      readonly read: true
      readonly median: number
      /** How many periods the median is of. */
      readonly earlier: number
      /** The first day of the first control: periods that ended before it are the measure. */
      readonly before: LocalDate
      readonly readings: readonly Reading[]
    }

/**
 * Whether what was shipped goes against what the law said, period by period. Practice is told beside the law and never
 * changes a status (R1): nothing in the rules reads this.
 *
 * Compared are only periods of one length within one series, hence in one unit. A period whose days the law does not
 * treat alike, all of them, for every form of every material, carries no flag.
 *
 * @param bands the law over time for the series' materials and destination; the first begins where the record does.
 */
export function divergenceOf(indicator: Indicator, bands: readonly Band[]): Divergence {
  if (!isAmountShipped(indicator)) return { read: false, why: 'no-amount' }
  if (isCumulative(indicator)) return { read: false, why: 'cumulative' }
  const before = firstControlOf(bands)
  const [first] = bands
  if (before === null || first === undefined) return { read: false, why: 'no-control' }
  const points = measuredIn(indicator)
  const length = commonest(points)
  const alike = points.filter(({ days }) => lengthOf(days) === length)
  const earlier = alike.filter(({ days, estimated }) => !estimated && days.from >= first.from && days.to <= before)
  const median = medianOf(earlier.map(({ value }) => value))
  if (earlier.length < THRESHOLDS.earlierPoints || median <= 0) {
    return { read: false, why: 'too-few', earlier: earlier.length, before }
  }
  const readings = alike
    .filter(({ days }) => days.to > before)
    .map((point) => ({ point, share: point.value / median, outcome: outcomeOf(point, median, bands) }))
  return { read: true, median, earlier: earlier.length, before, readings }
}

/** The readings that carry a flag. */
export function flagsOf(divergence: Divergence): readonly Reading[] {
  if (!divergence.read) return []
  return divergence.readings.filter(
    ({ outcome }) => outcome === 'law-open-practice-closed' || outcome === 'law-restricts-practice-open',
  )
}

function outcomeOf(point: Measured, median: number, bands: readonly Band[]): Reading['outcome'] {
  const law = lawIn(point, bands)
  if (law === 'law-differs' || law === 'law-unclear') return law
  const { value, low, high, estimated } = point
  const flag: Flag = law === 'open' ? 'law-open-practice-closed' : 'law-restricts-practice-open'
  const isPast = (amount: number) =>
    law === 'open' ? amount / median < THRESHOLDS.closedUnder : amount / median > THRESHOLDS.openOver
  if (!isPast(value)) return 'agrees'
  const bound = law === 'open' ? high : low
  if (bound !== null) return isPast(bound) ? flag : 'estimate'
  return estimated ? 'estimate' : flag
}

/** What the law was on every day of a period: all open, all closed, or nothing that one could hold shipments against. */
function lawIn({ days }: Measured, bands: readonly Band[]): 'open' | 'closed' | 'law-differs' | 'law-unclear' {
  const during = bands.filter(({ from, to }) => from < days.to && (to === null || days.from < to))
  const [first] = during
  if (first === undefined || days.from < first.from) return 'law-unclear'
  const statuses = during.flatMap(({ rollup }) => rollup.counts.map(({ status }) => status))
  if (statuses.some((status) => opennessOf(status) === 'unclear')) return 'law-unclear'
  if (statuses.every(isControl)) return 'closed'
  if (statuses.every((status) => opennessOf(status) === 'open' || opennessOf(status) === 'open for now')) return 'open'
  return during.some(({ rollup }) => rollup.counts.length > 1) ? 'law-differs' : 'law-unclear'
}

/** Periods are as long as their name says, spans as they have months: eight months are held against eight. */
function lengthOf({ from, to, length }: Period): string {
  if (length !== 'span') return length
  if (!from.endsWith('-01') || !to.endsWith('-01')) return `${daysBetween(from, to)} days`
  const months = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return `${months(to) - months(from)} months`
}

function commonest(points: readonly Measured[]): string | null {
  const counts = new Map<string, number>()
  for (const { days } of points) counts.set(lengthOf(days), (counts.get(lengthOf(days)) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return (low + high) / 2
}
