import type { Kind } from '@/lib/ledger/change'
import { say } from './catalogue'
import { listed, mark } from './list'

/** How many records of each kind differ: `2 instruments, 14 provisions.` */
export function recordsInWords({
  counts,
  against,
}: {
  readonly counts: readonly { readonly kind: Kind; readonly records: number }[]
  readonly against: object | null
}): string {
  if (counts.length === 0) return say('history.change.nothing')
  const kinds = listed(counts.map(({ kind, records }) => say(`history.count.${kind}`, { count: records })))
  return against === null ? say('history.change.firstRecords', { kinds }) : `${kinds}${mark('stop')}`
}
