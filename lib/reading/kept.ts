import { nearestKey } from '@/lib/contract/key'
import type { Kept, Problem } from '@/lib/contract/refusal'

/** A part of an address that was found good, or the nearest one that is and what had to be put right. */
export type Checked<Value> = { readonly value: Value; readonly problems: readonly Problem[] }

/** A key that stands in the record, or the nearest one that does; `null` when none is near. */
export function kept(what: Kept, value: string, keys: Iterable<string>): Checked<string | null> {
  const all = [...keys]
  if (all.includes(value)) return { value, problems: [] }
  const nearest = nearestKey(value, all)
  return { value: nearest, problems: [{ why: 'unknown-key', kept: what, value, nearest }] }
}
