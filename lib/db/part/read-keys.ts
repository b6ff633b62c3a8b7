import { KINDS, type Kind } from '@/lib/ledger/change'
import type { Keys } from '@/lib/ledger/part/wanted'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { believedAt } from '../believed'
import type { PrismaClient } from '../generated/client'
import { readRows, recordOf } from '../record'

/** A form, a source and a series cite nothing; the points of a series have one source each. */
const CITING = KINDS.filter((kind) => kind !== 'form' && kind !== 'source' && kind !== 'indicator')

/**
 * The records under some keys as they stood at a revision, each list sorted by key: what would be cut out of the whole, in
 * one statement for each table that has any. Keys under which nothing stands are passed over.
 *
 * @throws {TypeError} when the database holds a word this code has never heard of.
 */
export async function readKeys(prisma: PrismaClient, revision: number, keys: Keys): Promise<WholeRecord> {
  const believed = believedAt(revision)
  const some = (kind: Kind) => ({ in: [...keys[kind]] })
  const citing = CITING.filter((kind) => keys[kind].size > 0).map((citingKind) => ({
    citingKind,
    citingKey: some(citingKind),
  }))
  const rows = await readRows(prisma, {
    of: (kind) => (keys[kind].size === 0 ? null : { ...believed, key: some(kind) }),
    points: keys.indicator.size === 0 ? null : { ...believed, indicator: some('indicator') },
    citations: citing.length === 0 ? null : { AND: [believed, { OR: citing }] },
  })
  return recordOf(rows)
}
