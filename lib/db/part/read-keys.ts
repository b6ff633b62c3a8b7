import type { Kind } from '@/lib/ledger/change'
import { KINDS } from '@/lib/ledger/change'
import type { Keys } from '@/lib/ledger/part/wanted'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { believedAt } from '../believed'
import type { PrismaClient } from '../generated/client'
import { recordOf } from '../record'

/**
 * The records under some keys as they stood at a revision, each list sorted by key: what `carve` cuts out of the whole, read
 * in twelve statements whatever the size of the record. Keys under which nothing stands are passed over.
 *
 * @throws {TypeError} when the database holds a word this code has never heard of.
 */
export async function readKeys(prisma: PrismaClient, revision: number, keys: Keys): Promise<WholeRecord> {
  const believed = believedAt(revision)
  const own = (kind: Kind) => ({ where: { ...believed, key: { in: [...keys[kind]] } } })
  const indicator = { in: [...keys.indicator] }
  const citing = KINDS.filter((kind) => keys[kind].size > 0).map((citingKind) => ({
    citingKind,
    citingKey: { in: [...keys[citingKind]] },
  }))
  const [materials, forms, regimes, instruments, provisions, parties] = await Promise.all([
    prisma.materialVersion.findMany(own('material')),
    prisma.formVersion.findMany(own('form')),
    prisma.regimeVersion.findMany(own('regime')),
    prisma.instrumentVersion.findMany(own('instrument')),
    prisma.provisionVersion.findMany(own('provision')),
    prisma.partyVersion.findMany(own('party')),
  ])
  const [sources, events, claims, indicators, points, citations] = await Promise.all([
    prisma.sourceVersion.findMany(own('source')),
    prisma.eventVersion.findMany(own('event')),
    prisma.claimVersion.findMany(own('claim')),
    prisma.indicatorVersion.findMany(own('indicator')),
    prisma.indicatorPointVersion.findMany({ where: { ...believed, indicator } }),
    prisma.citation.findMany({ where: { AND: [believed, { OR: citing }] } }),
  ])
  const law = { materials, forms, regimes, instruments, provisions, parties }
  return recordOf({ ...law, sources, events, claims, indicators, points, citations })
}
