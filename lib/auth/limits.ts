import 'server-only'
import { createHash } from 'node:crypto'
import { kept } from '@/lib/db/client'
import { type CountedIn, counterOf, type Limit, type Wait, waitOf } from '@/lib/db/counter'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { KNOWN_SECONDS } from './device'

/** How many attempts count as too many, and for how long. */
export type Limits = {
  /** Of one account from one address: stops whoever tries out passwords, and locks out nobody but them. */
  readonly pair: Limit
  /** From one address, whatever the account: stops whoever tries one password on many accounts. */
  readonly address: Limit
  /**
   * Of one account from addresses and browsers where it never signed in: stops many machines at once. Its owner's own browser
   * stays open wherever it is, and so does every browser where its owner has been.
   */
  readonly account: Limit
}

export const LIMITS: Limits = {
  pair: { points: 5, seconds: 15 * 60 },
  address: { points: 30, seconds: 15 * 60 },
  account: { points: 50, seconds: 60 * 60 },
}

export type SignInLimits = {
  /** Counts an attempt before it is made, so that attempts at once count too. */
  readonly attempt: (email: string, from: From) => Promise<Result<null, Wait>>
  /** Counts a step that names no account, against the address alone. */
  readonly step: (address: string) => Promise<Result<null, Wait>>
  /** Takes a good attempt back, and remembers the address and the browser. */
  readonly succeeded: (email: string, from: From) => Promise<void>
  /** Takes a good step back. */
  readonly stepped: (address: string) => Promise<void>
}

/** Where an attempt comes from: a network, and a browser that may be known by a cookie. */
export type From = { readonly address: string; readonly device: string | null }

/** Where everything is counted that has to do with signing in and with what somebody who is signed in does. */
export function inEditorsTable(): CountedIn {
  return { pool: kept().editors.pool, table: 'rate_limit' }
}

/** Limits that every instance of the server counts in one table. */
export function signInLimits(limits: Limits = LIMITS): SignInLimits {
  const pair = counterOf(inEditorsTable(), 'pair', limits.pair)
  const address = counterOf(inEditorsTable(), 'address', limits.address)
  const account = counterOf(inEditorsTable(), 'account', limits.account)
  const known = counterOf(inEditorsTable(), 'known', { points: 1, seconds: KNOWN_SECONDS })

  async function isAnyKnown(email: string, from: string, device: string | null): Promise<boolean> {
    const found = [known.get(digest(email, from))]
    if (device !== null) found.push(known.get(digest(email, 'device', device)))
    return (await Promise.all(found)).some((one) => one !== null)
  }

  return {
    async attempt(email, { address: from, device }) {
      const both = digest(email, from)
      const isKnown = await isAnyKnown(email, from, device)
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
    async succeeded(email, { address: from, device }) {
      const both = digest(email, from)
      const isKnown = await isAnyKnown(email, from, device)
      await Promise.all([
        pair.delete(both),
        address.reward(digest(from)),
        isKnown ? null : account.reward(digest(email)),
        known.set(both, 1, KNOWN_SECONDS),
        device === null ? null : known.set(digest(email, 'device', device), 1, KNOWN_SECONDS),
      ])
    },
    async stepped(from) {
      await address.reward(digest(from))
    },
  }
}

/** So long a code of a second factor is taken, the half minutes before and after its own included. */
const CODE_SECONDS = 120

/** Whether a code is used for the first time: one that somebody saw being typed opens nothing a second time. */
export async function isFirstUse(person: string, code: string): Promise<boolean> {
  const used = counterOf(inEditorsTable(), 'code', { points: 1, seconds: CODE_SECONDS })
  return (await waitOf(used, digest(person, code))) === null
}

/** From one address: each begins a sign-in by the organisation, of which something is kept until it is answered. */
const BEGUN: Limit = { points: 30, seconds: 15 * 60 }

/** Counts a sign-in by the organisation that is begun. */
export async function begunAtTheOrganisation(address: string): Promise<Result<null, Wait>> {
  const wait = await waitOf(counterOf(inEditorsTable(), 'begun', BEGUN), digest(address))
  return wait === null ? ok(null) : refused(wait)
}

/** Addresses of people and of machines are not kept, only what tells two of them apart. */
function digest(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(parts.map((part) => part.trim().toLowerCase()).join('\n'))
    .digest('hex')
}
