import { sayDifferences } from '@/lib/contract/history/difference-words'
import { type NameOf, nameOfRecord, type Told } from '@/lib/contract/history/names'
import { printedChange } from '@/lib/contract/record/file-format'
import type { Change, Kind, Records } from '@/lib/ledger/change'

/** What became of one record, told to readers. */
export type RecordChange = {
  readonly kind: Kind
  readonly key: string
  readonly name: string
  readonly what: 'recorded' | 'changed' | 'withdrawn'
  /** Field by field, each a whole sentence; empty for what was withdrawn. */
  readonly sentences: readonly string[]
}

/**
 * What differs between two versions of a record, in sentences.
 *
 * @param before `null` when nothing stood under the key; `after` `null` when nothing stands there any more.
 * @param nameOf names the records that the fields mention.
 */
export function tellChange<K extends Kind>(
  { kind, key, before, after }: { kind: K; key: string; before: Records[K] | null; after: Records[K] | null },
  nameOf: NameOf,
): RecordChange {
  const [was, is] = [printed(kind, key, before), printed(kind, key, after)]
  return {
    kind,
    key,
    name: nameOfRecord(kind, is ?? was ?? { key }, nameOf),
    what: after === null ? 'withdrawn' : before === null ? 'recorded' : 'changed',
    sentences: is === null ? [] : sayDifferences(kind, was, is, nameOf),
  }
}

function printed(kind: Kind, key: string, record: Records[Kind] | null): Told | null {
  return record === null ? null : (printedChange({ kind, key, record } as Change).record as Told)
}
