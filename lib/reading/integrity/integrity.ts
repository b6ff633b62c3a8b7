import 'server-only'
import type { Told } from '@/lib/contract/api/told'
import type { Integrity } from '@/lib/contract/integrity'
import type { Refusal } from '@/lib/contract/refusal'
import { publicationSealAt } from '@/lib/db/integrity/publication-seal'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { headRevision } from '../now'
import { whyUnread } from '../unread'
import { verifiedThrough } from './verification'

/** How the chain of the newest revision stands; `null` while the record cannot be asked, or nothing is recorded. */
export async function readIntegrity(): Promise<Integrity | null> {
  try {
    const head = await headRevision()
    if (head === null || head.known === 'seen') return null
    const found = await revisionsNumbered([1, head.revision])
    const [first, newest] = [found.get(1), found.get(head.revision)]
    if (newest === undefined) return null
    const [{ through, at, broken }, publications] = await Promise.all([
      verifiedThrough(newest),
      publicationSealAt(newest.number),
    ])
    const { number, hash, previousHash, recordedAt } = newest
    return {
      revisions: number,
      revision: number,
      hash,
      previousHash,
      recordedAt,
      genesis: first === undefined ? null : { hash: first.hash, recordedAt: first.recordedAt },
      publications,
      integrity: broken !== null ? 'broken' : through.number < number ? 'verifying' : 'intact',
      verifiedThrough: through.number === 0 ? null : Math.min(through.number, number),
      verifiedAt: at,
      broken,
    }
  } catch (error) {
    if (whyUnread(error) !== null) return null
    throw error
  }
}

/** The same for machines. */
export async function tellIntegrity(): Promise<Result<Told, Refusal>> {
  const value = await readIntegrity()
  if (value === null) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  return ok({ value, revision: value.revision, lastSeen: false, canonical: null })
}
