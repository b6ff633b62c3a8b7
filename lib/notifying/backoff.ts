const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long to wait after the first, second … attempt that failed: some three days in all, as Standard Webhooks advises. */
const WAITS = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const

/** A target that asks for patience gets it, within reason. */
const LONGEST = 24 * HOUR

/** So much longer a wait may get, that targets which failed together are not asked again together. */
const SPREAD = 0.2

/**
 * When to try again after an attempt that failed, `null` when that was the last.
 *
 * @param attempts how many there were, this one included.
 * @param chance from 0 up to, not including, 1: spreads the waits.
 * @param retryAfter milliseconds that the target asked to be left alone for, `null` when it did not.
 */
export function nextAttempt(attempts: number, now: Date, chance: number, retryAfter: number | null): Date | null {
  const wait = WAITS[attempts - 1]
  if (wait === undefined) return null
  const spread = wait * (1 + SPREAD * chance)
  return new Date(now.getTime() + Math.round(Math.max(spread, Math.min(retryAfter ?? 0, LONGEST))))
}
