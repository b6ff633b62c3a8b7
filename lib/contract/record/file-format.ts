import type { Change, Retirement } from '@/lib/ledger/change'
import { lastDayOf } from '@/lib/ledger/interval'
import type { Provision } from '@/lib/ledger/record'

/** A change as the files write it: what is hashed, and what is exported. */
export type PrintedChange = {
  readonly kind: string
  readonly key: string
  readonly record: unknown
  readonly retirement?: Retirement
}

/** The way back of reading a file: a provision gets its last day again, the rest is written as it is kept. */
export function printedChange({ kind, key, record, retirement }: Change): PrintedChange {
  if (retirement !== undefined) return { kind, key, record, retirement }
  if (kind !== 'provision' || record === null) return { kind, key, record }
  const { inForce, ...rest }: Provision = record
  return { kind, key, record: { ...rest, effectiveFrom: inForce.from, lastDay: lastDayOf(inForce) } }
}
