import { remembered } from '@/lib/db/remembered'
import { type Impact, impactInSteps } from '@/lib/ledger/impact'
import { type Outgoing, outgoingOf } from '@/lib/ledger/outgoing'
import { isComputable, type Judged } from './judge'

/** Each is some megabytes at most: an editor works on one draft and looks at another. */
const MOST = 8

/** Consequences by the fingerprint of their draft, the last asked for last. */
const kept = remembered(new Map<string, Promise<Impact>>())

/**
 * The consequences of a draft; `null` where the record that it would leave cannot be computed.
 *
 * They are worked out once: the fingerprint holds the base and every entry, and consequences depend on nothing else. A
 * page that is shown again after each small act need not compare the record again.
 */
export async function consequencesOf(judged: Judged): Promise<Impact | null> {
  if (!isComputable(judged)) return null
  const { fingerprint } = judged
  const impact = kept.get(fingerprint) ?? workOut(judged)
  kept.delete(fingerprint)
  kept.set(fingerprint, impact)
  impact.catch(() => kept.delete(fingerprint))
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return impact
}

/** What a draft sends to feeds and calendars; `null` where the record that it would leave cannot be computed. */
export function goesOut(judged: Judged): Outgoing | null {
  return isComputable(judged) ? outgoingOf(judged.before, judged.after) : null
}

/** Between two materials others have their turn, so that no reader waits while an editor looks ahead. */
async function workOut({ before, after, unread }: Judged): Promise<Impact> {
  const steps = impactInSteps(before, after, unread)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
