import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { kept } from '@/lib/db/client'
import { ok, type Result, refused } from '@/lib/ledger/result'

/** How many attempts count as too many, and for how long. */
export type Limits = {
  /** Of one account from one address: stops whoever tries out passwords, and locks out nobody but them. */
  readonly pair: Limit
  /** From one address, whatever the account: stops whoever tries one password on many accounts. */
  readonly address: Limit
  /** Of one account from addresses where it never signed in: stops many machines at once. Its owner's own stays open. */
  readonly account: Limit
}

type Limit = { readonly attempts: number; readonly seconds: number }

export const LIMITS: Limits = {
  pair: { attempts: 5, seconds: 15 * 60 },
  address: { attempts: 30, seconds: 15 * 60 },
  account: { attempts: 50, seconds: 60 * 60 },
}

/** For so long an address is remembered as one where an account signed in. */
const KNOWN_SECONDS = 90 * 24 * 3_600

export type SignInLimits = {
  /** Counts an attempt before it is made, so that attempts at once count too. */
  readonly attempt: (email: string, address: string) => Promise<Result<null, Wait>>
  /** Counts a step that names no account, against the address alone. */
  readonly step: (address: string) => Promise<Result<null, Wait>>
  /** Takes a good attempt back, and remembers the address. */
  readonly succeeded: (email: string, address: string) => Promise<void>
  /** Takes a good step back. */
  readonly stepped: (address: string) => Promise<void>
}

/** How long to wait, and whether nobody was told so before in this window: what is logged of it is logged once. */
export type Wait = { readonly seconds: number; readonly isFirst: boolean }

/** Limits that every instance of the server counts in one table. */
export function signInLimits(limits: Limits = LIMITS): SignInLimits {
  const counter = (keyPrefix: string, { attempts, seconds }: Limit) =>
    new RateLimiterPostgres({
      storeClient: kept().editors.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points: attempts,
      duration: seconds,
    })
  const pair = counter('pair', limits.pair)
  const address = counter('address', limits.address)
  const account = counter('account', limits.account)
  const known = counter('known', { attempts: 1, seconds: KNOWN_SECONDS })

  return {
    async attempt(email, from) {
      const both = digest(email, from)
      const isKnown = (await known.get(both)) !== null
      // One after the other: an address that waits begins no count of further accounts, and so no further line of the log.
      const wait =
        (await waitOf(address, digest(from))) ??
        (await waitOf(pair, both)) ??
        (isKnown ? null : await waitOf(account, digest(email)))
      return wait === null ? ok(null) : refused(wait)
    },
    async step(from) {
      const wait = await waitOf(address, digest(from))
      return wait === null ? ok(null) : refused(wait)
    },
    async succeeded(email, from) {
      const both = digest(email, from)
      const isKnown = (await known.get(both)) !== null
      await Promise.all([
        pair.delete(both),
        address.reward(digest(from)),
        isKnown ? null : account.reward(digest(email)),
        known.set(both, 1, KNOWN_SECONDS),
      ])
    },
    async stepped(from) {
      await address.reward(digest(from))
    },
  }
}

/** Counts one more under a key; `null` while it is not one too many. */
async function waitOf(limit: RateLimiterPostgres, key: string): Promise<Wait | null> {
  try {
    await limit.consume(key)
    return null
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    return { seconds, isFirst: error.consumedPoints === limit.points + 1 }
  }
}

/** Addresses of people and of machines are not kept, only what tells two of them apart. */
function digest(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(parts.map((part) => part.trim().toLowerCase()).join('\n'))
    .digest('hex')
}
