import 'server-only'
import type { Printed } from '@/lib/contract/edit/draft'
import { printedIn } from '@/lib/contract/record/printed'
import { ledgerAt } from '@/lib/db/ledger'
import { recordUnder } from '@/lib/ledger/apply'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
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

/** What stands under a key, as the files print it; `null` where nothing does. */
export function printedUnder(record: WholeRecord, kind: Kind, key: string): Printed | null {
  const found = recordUnder(record, kind, key)
  return found === null ? null : printedIn(LIST_OF[kind], found)
}
