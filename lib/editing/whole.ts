import 'server-only'
import type { Printed } from '@/lib/contract/edit/draft'
import { printedIn } from '@/lib/contract/record/printed'
import { ledgerAt } from '@/lib/db/ledger'
import { type Kind, LIST_OF, type Records } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'

/**
 * The whole record at a revision that is known to be there.
 *
 * @throws {Error} when it is not.
 */
export async function recordAt(revision: number): Promise<WholeRecord> {
  const record = await ledgerAt(revision)
  if (record === null) throw new Error(`revision ${revision} is not there`)
  return record
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
