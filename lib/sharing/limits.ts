import 'server-only'
import { createHash } from 'node:crypto'
import { networkOf, siteNetworkOf } from '@/lib/contract/sender-address'
import { asking } from '@/lib/db/away'
import { type Counter, counterOf, type Limit, secondsOf, waitOf } from '@/lib/db/counter'
import { sharingPool } from '@/lib/db/sharing'
import { ok, type Result, refused } from '@/lib/ledger/result'

/**
 * How much may be frozen: by one address in a short while and in a day, how many bytes by one network that is somebody's
 * as a whole, and how many by everybody together in a day.
 */
export type FreezeLimits = {
  readonly short: Limit
  readonly day: Limit
  readonly network: Limit
  readonly bytes: Limit
}

const DAY = 24 * 3_600

/**
 * A person does not reach these; a machine that freezes everything it finds does. The last two are counted in bytes: who
 * has many addresses side by side uses up the room of its network, not that of everybody.
 */
export const FREEZE_LIMITS: FreezeLimits = {
  short: { points: 60, seconds: 10 * 60 },
  day: { points: 600, seconds: DAY },
  network: { points: 16 * 1024 * 1024, seconds: DAY },
  bytes: { points: 256 * 1024 * 1024, seconds: DAY },
}

type Counters = { readonly [name in keyof FreezeLimits]: Counter }

/** Of the connections that are open: they are closed and opened again in tests. */
const opened = new WeakMap<object, Map<FreezeLimits, Counters>>()

/**
 * Counts a request to freeze an answer, before anything is worked out for it.
 *
 * @param address of whoever asks, as `senderAddress` gives it; only a digest of its network is kept, until the day is over.
 * @returns after how many seconds to ask again, where it was one too many.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function mayFreeze(
  address: string,
  limits: FreezeLimits = FREEZE_LIMITS,
): Promise<Result<null, { readonly seconds: number }>> {
  const { short, day, network, bytes } = countersOf(limits)
  const from = digested(networkOf(address))
  const seconds = await asking(
    async () =>
      (await waitOf(short, from))?.seconds ??
      (await waitOf(day, from))?.seconds ??
      (await fullFor(network, digested(siteNetworkOf(address)))) ??
      (await fullFor(bytes, EVERYBODY)),
  )
  return seconds === null ? ok(null) : refused({ seconds })
}

/**
 * Counts what was added to the snapshots. The room of a day is exceeded by the last that came in, never by a later one.
 *
 * @param address of whoever added it, as `senderAddress` gives it.
 */
export async function countBytes(size: number, address: string, limits: FreezeLimits = FREEZE_LIMITS): Promise<void> {
  const { network, bytes } = countersOf(limits)
  await network.penalty(digested(siteNetworkOf(address)), size)
  await bytes.penalty(EVERYBODY, size)
}

const EVERYBODY = 'everybody'

/** What is kept of an address: enough to count by, and no address. */
function digested(network: string): string {
  return createHash('sha256').update(network).digest('hex')
}

/** For how many seconds the room of the day is still taken up; `null` while there is some. */
async function fullFor(bytes: Counter, key: string): Promise<number | null> {
  const filled = await bytes.get(key)
  return filled !== null && filled.consumedPoints >= bytes.points ? secondsOf(filled) : null
}

function countersOf(limits: FreezeLimits): Counters {
  const pool = sharingPool()
  const made = opened.get(pool) ?? new Map<FreezeLimits, Counters>()
  opened.set(pool, made)
  const counters = made.get(limits) ?? {
    short: counter(pool, 'short', limits.short),
    day: counter(pool, 'day', limits.day),
    network: counter(pool, 'network', limits.network),
    bytes: counter(pool, 'bytes', limits.bytes),
  }
  made.set(limits, counters)
  return counters
}

function counter(pool: ReturnType<typeof sharingPool>, name: string, limit: Limit): Counter {
  // Who asks ten thousand times is answered from memory: the table is not asked again before the time is over.
  return counterOf({ pool, table: 'sharing_limit' }, name, limit, { inMemoryBlockOnConsumed: limit.points + 1 })
}
