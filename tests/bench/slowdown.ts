/** What Lighthouse slows every processor down by for its phone, whatever the processor is. */
export const PLAIN_SLOWDOWN = 4

/**
 * By what a host has to be slowed down to stand for the phone that Lighthouse means ("mid-tier mobile"), after the host's own
 * benchmark index: the suggested values of the tables in Lighthouse's docs/throttling.md. The constant 4 is meant for a
 * high-end desktop (1500 and more); a slower host would stand for a phone that nobody has.
 */
export function calibratedSlowdown(benchmarkIndex: number): number {
  if (benchmarkIndex >= 1500) return PLAIN_SLOWDOWN
  return benchmarkIndex >= 800 ? 2 : 1
}
