import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase } from '@/lib/db/client'
import { keepLooking, notifier } from '@/lib/notifying/notifier'
import { notifyingSettings } from '@/lib/notifying/settings'
import { reasonOf } from './failure'

const SECOND = 1_000

/** How often it looks for what is due, and how often while the database is away. */
const PACE = { everyMs: 5 * SECOND, awayMs: 30 * SECOND }

/** So long a target may take; so long a message is this process's own, which is longer; so many are on their way at once. */
const LIMITS = { patienceMs: 10 * SECOND, claimMs: 30 * SECOND, atOnce: 8 }

/** Nobody who stops Sluice waits for a target or a database that hangs. */
const STOPS_WITHIN = 0.9 * SECOND

/**
 * Tells webhooks of what is published, beside the server of readers. Any number of instances may do so on one database.
 *
 * @param origin where readers find this server, without a slash at the end; `null` where the operator has not said so.
 * @returns what ends it. What was on its way is sent again by whoever comes next.
 */
export function tellWebhooks(origin: string | null): () => Promise<void> {
  const report = oncePerReason((reason) => console.error(`Webhooks cannot be told just now: ${reason}`))
  const settings = {
    ...notifyingSettings(),
    ...LIMITS,
    origin,
    report,
    clock: () => new Date(),
    dice: Math.random,
  }
  const stop = keepLooking(notifier(settings), { ...PACE, report })
  return async () => {
    await Promise.race([stop().then(closeDatabase), pause(STOPS_WITHIN, undefined, { ref: false })])
  }
}

/** What goes wrong at every look is told at the first. */
function oncePerReason(tell: (reason: string) => void): (error: unknown) => void {
  const told = new Set<string>()
  return (error) => {
    const reason = reasonOf(error)
    if (told.has(reason)) return
    told.add(reason)
    tell(reason)
  }
}
