import type { Kind, Records } from '@/lib/ledger/change'
import { KINDS, LIST_OF } from '@/lib/ledger/change'
import type { Keys } from '@/lib/ledger/part/wanted'
import type { WholeRecord } from '@/lib/ledger/testimony'

/** The records of these keys, each list in its order: a part of a record is a record. */
export function carve(record: WholeRecord, keys: Keys): WholeRecord {
  const own = (kind: Kind) =>
    (record[LIST_OF[kind]] as readonly Records[Kind][]).filter(({ key }) => keys[kind].has(key))
  return Object.fromEntries(KINDS.map((kind) => [LIST_OF[kind], own(kind)])) as unknown as WholeRecord
}
