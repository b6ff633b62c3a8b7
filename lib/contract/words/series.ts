import type { IndicatorPoint } from '@/lib/ledger/testimony'
import { say } from './catalogue'

const NUMBER = new Intl.NumberFormat('en')

/** What stands beside a measured value: its range, whether it is estimated, and what its source says of it. */
export function noteOfPoint({ low, high, estimated, note }: IndicatorPoint): string {
  return [
    ...(low !== null && high !== null ? [`${NUMBER.format(low)}–${NUMBER.format(high)}`] : []),
    ...(estimated ? [say('pages.material.estimated')] : []),
    ...(note === null ? [] : [note]),
  ].join('; ')
}
