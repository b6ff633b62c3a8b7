import { nearestKey } from '@/lib/contract/key'
import type { Kept, Problem } from '@/lib/contract/refusal'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'

/** A part of an address that was found good, or the nearest one that is and what had to be put right. */
export type Checked<Value> = { readonly value: Value; readonly problems: readonly Problem[] }

/** A key that stands in the record, or the nearest one that does; `null` when none is near. */
export function kept(what: Kept, value: string, keys: Iterable<string>): Checked<string | null> {
  const all = [...keys]
  if (all.includes(value)) return { value, problems: [] }
  const nearest = nearestKey(value, all)
  return { value: nearest, problems: [{ why: 'unknown-key', kept: what, value, nearest }] }
}

/** All keys that stand of a kind. */
export type Ring = (kind: Kind) => readonly string[]

/** The keys of a record. */
export function ringOf(record: WholeRecord): Ring {
  return (kind) => record[LIST_OF[kind]].map(({ key }) => key)
}
