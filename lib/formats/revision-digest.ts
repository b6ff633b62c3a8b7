import { createHash } from 'node:crypto'
import type { Revision } from '@/lib/ledger/revision'
import { canonicalJson, digestOf } from './canonical'

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

/**
 * The same of a revision that is too large to be held whole.
 *
 * @param pieces its changes, sorted by kind and key over all pieces.
 */
export async function revisionDigestOfPieces(
  revision: Omit<Revision, 'hash'>,
  pieces: AsyncIterable<readonly DigestedChange[]>,
): Promise<string> {
  const { number, kind, author, reason, recordedAt, previousHash } = revision
  const hash = createHash('sha256')
  // Canonical JSON sorts the names of fields: these two stand first, and all others after them.
  hash.update(`{"author":${canonicalJson(author)},"changes":[`, 'utf8')
  let separator = ''
  for await (const piece of pieces) {
    for (const change of piece) {
      hash.update(`${separator}${canonicalJson(digested(change))}`, 'utf8')
      separator = ','
    }
  }
  hash.update(`],${canonicalJson({ kind, number, previousHash, reason, recordedAt }).slice(1)}`, 'utf8')
  return hash.digest('hex')
}

/** Fields that came later are left out where they say nothing: the revisions before them keep their hashes. */
function digested({ kind, key, record, retirement }: DigestedChange): DigestedChange {
  return retirement === undefined ? { kind, key, record } : { kind, key, record, retirement }
}

function byKindAndKey(a: DigestedChange, b: DigestedChange): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1
  return a.key < b.key ? -1 : 1
}
