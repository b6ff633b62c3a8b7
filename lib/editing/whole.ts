import 'server-only'
import type { Printed } from '@/lib/contract/edit/draft'
import { printedIn } from '@/lib/contract/record/printed'
import { recordsNamedAt } from '@/lib/db/part/of-edit'
import { type Kind, LIST_OF, type Records } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'

/**
 * What stands under some keys at a revision that is known to be there, as a record; more may be in it.
 *
 * @throws {Error} when the revision is not there.
 */
export async function recordsAt(
  revision: number,
  named: readonly { readonly kind: Kind; readonly key: string }[],
): Promise<WholeRecord> {
  return there(revision, await recordsNamedAt(revision, named))
}

/** @throws {Error} when a revision is not there that is known to be. */
export function there<Found>(revision: number, found: Found | null): Found {
  if (found === null) throw new Error(`revision ${revision} is not there`)
  return found
}
/** Each list of a record by key, made once: a draft may hold thousands of entries. Lists of a record never change. */
const indexes = new WeakMap<object, ReadonlyMap<string, Records[Kind]>>()

/** The record that stands under a key, `null` where nothing does. */
export function standingUnder(record: WholeRecord, kind: Kind, key: string): Records[Kind] | null {
  const list: readonly Records[Kind][] = record[LIST_OF[kind]]
  const index = indexes.get(list) ?? new Map(list.map((one) => [one.key, one]))
  indexes.set(list, index)
  return index.get(key) ?? null
}

/** What stands under a key, as the files print it; `null` where nothing does. */
export function printedUnder(record: WholeRecord, kind: Kind, key: string): Printed | null {
  const found = standingUnder(record, kind, key)
  return found === null ? null : printedIn(LIST_OF[kind], found)
}
