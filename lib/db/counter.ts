import 'server-only'
import type pg from 'pg'
import { type IRateLimiterPostgresOptions, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** How much may be used up under one key, and in what time it comes back. */
export type Limit = { readonly points: number; readonly seconds: number }

/** Where it is counted: those who edit and those who share have a table and connections of their own. */
export type CountedIn = { readonly pool: pg.Pool; readonly table: 'rate_limit' | 'sharing_limit' }

/** How long to wait, and whether nobody was told so before in this window: what is logged of it is logged once. */
export type Wait = { readonly seconds: number; readonly isFirst: boolean }

export type Counter = RateLimiterPostgres

/** Makes a counter that all instances have in common. A migration makes its table, so it never asks for a right to. */
export function counterOf(
  { pool, table }: CountedIn,
  keyPrefix: string,
  { points, seconds }: Limit,
  more: Pick<IRateLimiterPostgresOptions, 'inMemoryBlockOnConsumed'> = {},
): Counter {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: table,
    tableCreated: true,
    keyPrefix,
    points,
    duration: seconds,
    ...more,
  })
}

/** Counts one more under a key; `null` while it is not one too many. */
export async function waitOf(counter: Counter, key: string): Promise<Wait | null> {
  try {
    await counter.consume(key)
    return null
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return { seconds: secondsOf(error), isFirst: error.consumedPoints === counter.points + 1 }
  }
}

/** In how many whole seconds a count is over, one at least. */
export function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}
