import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { kept } from '@/lib/db/client'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { Person } from './person'

/**
 * How often one person may do what costs somebody something: an import works the whole record through, a message of a webhook
 * goes to a machine of somebody else, an invitation is a way in. Nobody who works by hand reaches these.
 */
export const ACTS = {
  import: { points: 30, duration: 10 * 60 },
  webhook: { points: 30, duration: 10 * 60 },
  invitation: { points: 30, duration: 60 * 60 },
} as const

/** Counts an act of a person, before it is done, for all instances together. */
export async function mayAct(
  { id }: Person,
  act: keyof typeof ACTS,
): Promise<Result<null, { readonly why: 'wait'; readonly seconds: number }>> {
  const counter = new RateLimiterPostgres({
    storeClient: kept().editors.pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: `act-${act}`,
    ...ACTS[act],
  })
  try {
    await counter.consume(id)
    return ok(null)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return refused({ why: 'wait', seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
  }
}
