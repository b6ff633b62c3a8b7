import 'server-only'
import { type Claimed, closeAttempt, release } from '@/lib/db/webhooks/claims'
import { nextAttempt } from './backoff'
import { type Answer, type PostSettings, post } from './post'
import { opened } from './secrets'
import { signedHeaders } from './signature'

export type CourierSettings = PostSettings & {
  /** The server's secret. */
  readonly secret: string
  readonly clock: () => Date
  /** From 0 up to 1: spreads what is tried again. */
  readonly dice: () => number
}

/**
 * Makes one attempt to deliver, and writes down how it ended. When it is stopped, it gives the delivery back: somebody tries
 * again under the same id, since nobody knows whether it arrived.
 *
 * @throws {DatabaseAway} when the database cannot be asked; the claim ends by itself.
 */
export async function deliver(claimed: Claimed, settings: CourierSettings, stopping: AbortSignal): Promise<void> {
  const at = settings.clock()
  const begun = performance.now()
  let answer: Answer
  try {
    answer = await attempt(claimed, at, settings, stopping)
  } catch (error) {
    if (!stopping.aborted) throw error
    return release(claimed)
  }
  const { outcome, code, excerpt, retryAfter } = answer
  const isOver = outcome === 'delivered' || outcome === 'gone'
  const next = isOver ? null : nextAttempt(claimed.attempts + 1, settings.clock(), settings.dice(), retryAfter)
  const ms = Math.round(performance.now() - begun)
  await closeAttempt(claimed, { at, ms, outcome, code, excerpt, nextAt: next })
}

async function attempt(
  { id, payload, url, secret, earlierSecret }: Claimed,
  at: Date,
  settings: CourierSettings,
  stopping: AbortSignal,
): Promise<Answer> {
  const own = await opened(secret, settings.secret)
  if (own === null) return { outcome: 'secret-lost', code: null, excerpt: '', retryAfter: null }
  const earlier = earlierSecret === null ? null : await opened(earlierSecret, settings.secret)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Sluice-Webhooks/1',
    ...signedHeaders(id, payload, at, earlier === null ? [own] : [own, earlier]),
  }
  return post({ url, body: payload, headers }, settings, stopping)
}
