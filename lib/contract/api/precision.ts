import type { Precision } from '@/lib/ledger/testimony'
import type { Printed } from '../edit/draft'
import type { FileName } from '../record/files'

/** What the period of a series' point names. */
export const PERIOD_PRECISIONS = ['day', 'month', 'quarter', 'year', 'span'] as const

type PeriodPrecision = (typeof PERIOD_PRECISIONS)[number]

/** A record as its file prints it, with the precision of dates that the file leaves to their length. */
export function withPrecisions(name: FileName, record: Printed): Printed {
  switch (name) {
    case 'regimes':
      return { ...record, startsOnPrecision: precisionOf(record['startsOn']) }
    case 'sources':
      return { ...record, publishedOnPrecision: precisionOf(record['publishedOn']) }
    case 'events':
      return { ...record, endsOnPrecision: precisionOf(record['endsOn']) }
    case 'indicators':
      return { ...record, points: (record['points'] as readonly Point[]).map(pointWithPrecision) }
    default:
      return record
  }
}

type Point = { readonly period: string }

function pointWithPrecision(point: Point): object {
  return { ...point, periodPrecision: periodPrecisionOf(point.period) }
}

function periodPrecisionOf(period: string): PeriodPrecision {
  if (period.includes('/')) return 'span'
  return period.includes('Q') ? 'quarter' : (precisionOf(period) ?? 'year')
}

function precisionOf(date: unknown): Precision | null {
  if (typeof date !== 'string') return null
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}
