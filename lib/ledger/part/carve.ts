import type { Kind, Records } from '../change'
import { KINDS, LIST_OF } from '../change'
import type { WholeRecord } from '../testimony'
import type { Keys } from './wanted'

/** The records of these keys, each list in its order: a part of a record is a record. */
export function carve(record: WholeRecord, keys: Keys): WholeRecord {
  const own = (kind: Kind) =>
    (record[LIST_OF[kind]] as readonly Records[Kind][]).filter(({ key }) => keys[kind].has(key))
  return Object.fromEntries(KINDS.map((kind) => [LIST_OF[kind], own(kind)])) as unknown as WholeRecord
}
