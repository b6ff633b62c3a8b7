import { type Impact, impactInSteps } from '@/lib/ledger/impact'
import { type Outgoing, outgoingOf } from '@/lib/ledger/outgoing'
import { isComputable, type Judged } from './judge'
import { lastAsked } from './last-asked'

/** By the fingerprint of their draft. Each is some megabytes at most: an editor works on one draft and looks at another. */
const worked = lastAsked<Impact>(8)

/**
 * The consequences of a draft; `null` where the record that it would leave cannot be computed.
 *
 * They are worked out once: the fingerprint holds the base and every entry, and consequences depend on nothing else. A
 * page that is shown again after each small act need not compare the record again.
 */
export async function consequencesOf(judged: Judged): Promise<Impact | null> {
  if (!isComputable(judged)) return null
  return worked(judged.fingerprint, () => workOut(judged))
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
