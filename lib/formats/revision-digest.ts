import type { Revision } from '@/lib/ledger/revision'
import { digestOf } from './canonical'

/** A change as the files of the record write it; `record: null` withdraws what stood under the key. */
export type DigestedChange = {
  readonly kind: string
  readonly key: string
  readonly record: unknown
  readonly retirement?: unknown
}

/**
 * The hash of a revision: over all that it says and changes, and the hash of the one before it. Nobody can change an
 * earlier revision, or the order of two, without changing every hash after it.
 *
 * @param changes in any order: they are hashed sorted by kind and key.
 */
export function revisionDigest(revision: Omit<Revision, 'hash'>, changes: readonly DigestedChange[]): string {
  const { number, kind, author, reason, recordedAt, previousHash } = revision
  return digestOf({
    number,
    kind,
    author,
    reason,
    recordedAt,
    previousHash,
    changes: changes.map(digested).toSorted(byKindAndKey),
  })
}

/** Fields that came later are left out where they say nothing: the revisions before them keep their hashes. */
function digested({ kind, key, record, retirement }: DigestedChange): DigestedChange {
  return retirement === undefined ? { kind, key, record } : { kind, key, record, retirement }
}

function byKindAndKey(a: DigestedChange, b: DigestedChange): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1
  return a.key < b.key ? -1 : 1
}
