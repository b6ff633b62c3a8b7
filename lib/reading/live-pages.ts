import 'server-only'
import type { LiveCoordinates } from '@/lib/contract/address'
import { liveAddress } from '@/lib/contract/address'
import { refine } from '@/lib/contract/address-reading'
import type { View } from '@/lib/contract/view'
import { keysOfKind } from '@/lib/db/part/standing'
import type { Kind } from '@/lib/ledger/change'
import { headRevision } from './now'

/**
 * The address of every page of the newest revision that means "now", without refinements of the question. Proofs are
 * left out: each stands behind its cell.
 *
 * @throws {Error} when the record cannot be read: an empty list would tell crawlers that the pages are gone.
 */
export async function livePages(): Promise<readonly string[]> {
  const head = await headRevision()
  if (head === null) throw new Error('the record cannot be read')
  const keysOf = (kind: Kind) => keysOfKind(head.revision, kind)
  const [materials, regimes, instruments, sources] = await Promise.all([
    keysOf('material'),
    keysOf('regime'),
    keysOf('instrument'),
    keysOf('source'),
  ])
  const views: readonly View[] = [
    { name: 'matrix' },
    ...materials.map((key): View => ({ name: 'material', key })),
    { name: 'regimes' },
    ...regimes.map((key): View => ({ name: 'regime', key })),
    { name: 'instruments' },
    ...instruments.map((key): View => ({ name: 'instrument', key })),
    { name: 'sources' },
    ...sources.map((key): View => ({ name: 'source', key })),
    { name: 'changes' },
    { name: 'about' },
  ]
  return views.map((view) => liveAddress({ view, ...refine({}) } satisfies LiveCoordinates))
}
