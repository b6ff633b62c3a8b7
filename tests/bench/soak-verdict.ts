/** What was measured at one moment of a soak: seconds since its beginning, megabytes after a whole collection. */
export type Sample = { readonly second: number; readonly heap: number; readonly rss: number }

/** Memory is flat when the line through its last half rises by less than this, in megabytes a minute. */
export const FLAT_BELOW = { heap: 1, rss: 2 }

export type Verdict = {
  /** Megabytes a minute of the line through the last half. */
  readonly heap: number
  readonly rss: number
  readonly flat: boolean
}

/** In the first half pages are made and kept until their memory is full; what still grows in the second half leaks. */
export function verdictOf(samples: readonly Sample[]): Verdict {
  const last = samples.at(-1)?.second ?? 0
  const half = samples.filter(({ second }) => second >= last / 2)
  const heap = perMinute(half, (one) => one.heap)
  const rss = perMinute(half, (one) => one.rss)
  return { heap, rss, flat: heap < FLAT_BELOW.heap && rss < FLAT_BELOW.rss }
}

/** Of minutes in which the record itself grows, as much as this may come to be held in the last half beside the heap. */
const STEADY_SHARE = 0.05

/**
 * Whether memory stayed what it was while somebody published: the heap is as flat as ever, and all memory rose by a twentieth at
 * most through the last half, as a few minutes tell no more of it.
 */
export function isSteady(samples: readonly Sample[]): boolean {
  const { heap, rss } = verdictOf(samples)
  const last = samples.at(-1)
  if (last === undefined) return false
  return heap < FLAT_BELOW.heap && (rss * last.second) / 60 / 2 < last.rss * STEADY_SHARE
}

/** The slope of the line of least squares. */
function perMinute(samples: readonly Sample[], of: (one: Sample) => number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const minutes = samples.map(({ second }) => second / 60)
  const values = samples.map(of)
  const [middle, level] = [mean(minutes), mean(values)]
  const spread = minutes.reduce((sum, one) => sum + (one - middle) ** 2, 0)
  const together = minutes.reduce((sum, one, at) => sum + (one - middle) * ((values[at] ?? 0) - level), 0)
  return spread === 0 ? 0 : together / spread
}
