import { performance } from 'node:perf_hooks'

/** How often it is looked at, in milliseconds. */
const LOOK_MS = 100

/** From this share of its time on, a process has its hands full: whatever more is begun takes from what is under way. */
const FULL = 0.8

/**
 * Tells, ten times a second, whether this process has its hands full: whether its one thread worked for most of the time since
 * it was last looked at, and did not wait.
 *
 * @param {(full: boolean) => void} tell
 * @returns {() => void} ends it
 */
export function watchLoop(tell) {
  let before = performance.eventLoopUtilization()
  const looking = setInterval(() => {
    const now = performance.eventLoopUtilization()
    tell(performance.eventLoopUtilization(now, before).utilization > FULL)
    before = now
  }, LOOK_MS)
  looking.unref()
  return () => clearInterval(looking)
}
