/** Milliseconds that some work takes: the median of several rounds. */
export function timed(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  }).sort((a, b) => a - b)
  return times[Math.floor(rounds / 2)] ?? 0
}
