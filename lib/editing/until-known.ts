import 'server-only'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { type Result, refused } from '@/lib/ledger/result'

/** How long to wait before each time it is asked again, in milliseconds. */
const WAITS_MS = [100, 400, 1_000, 2_000]

/**
 * Does what must never be told to have failed when it was done. Where the database went away after it was asked to commit,
 * the act is done again: it has to be one that, done already, says so and changes nothing. It takes the locks that the attempt
 * before held, so its answer comes after that one has ended, one way or the other.
 *
 * @returns that it may have been done only while the database stays away.
 */
export async function untilKnown<Value>(
  act: () => Promise<Result<Value, EditRefusal>>,
  waits: readonly number[] = WAITS_MS,
): Promise<Result<Value, EditRefusal>> {
  const first = await act()
  if (!isOpen(first)) return first
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const again = await act()
    // That it waited too long for those locks says of itself alone that it did nothing: the attempt before may hold them.
    if (again.ok || (again.refusal.why !== 'away' && again.refusal.why !== 'busy')) return again
  }
  return refused({ why: 'away', mayBeDone: true })
}

function isOpen(done: Result<unknown, EditRefusal>): boolean {
  return !done.ok && done.refusal.why === 'away' && done.refusal.mayBeDone
}
