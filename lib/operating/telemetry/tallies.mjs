// Requests, counted and timed. Every request comes by here, also those that cost forty microseconds: what is counted is plain
// numbers, which are written out only when somebody scrapes them.

/** Seconds from which a request belongs to the next bucket. */
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * @typedef {'kept' | 'computed' | 'refused'} How answered from what is kept, by the pages, or at the door
 * @typedef {{ [label: string]: string }} Labels
 * @typedef {{ kind: string, answered: How, sum: number, buckets: number[] }} Times
 * @typedef {{ labels: Labels, count: number, times: Times }} Tally
 */

/** @type {Map<string, Tally>} */
const tallies = new Map()

/** @type {Map<string, Times>} */
const allTimes = new Map()

/**
 * Counts a request that was answered.
 *
 * @param {string} kind see `kindOf`
 * @param {number | 'gone'} status `gone` where whoever asked did not wait for all of it
 * @param {How} answered
 * @param {number} milliseconds
 */
export function tally(kind, status, answered, milliseconds) {
  const name = `${kind} ${status} ${answered}`
  const found = tallies.get(name) ?? begin(name, { kind, status: String(status), answered })
  found.count += 1
  const { times } = found
  const seconds = milliseconds / 1000
  times.sum += seconds
  let bucket = 0
  while (bucket < BOUNDS.length && seconds > /** @type {number} */ (BOUNDS[bucket])) bucket += 1
  times.buckets[bucket] += 1
}

/** @type {(name: string, labels: { kind: string, status: string, answered: How }) => Tally} */
function begin(name, labels) {
  const { kind, answered } = labels
  const of = `${kind} ${answered}`
  const times = allTimes.get(of) ?? { kind, answered, sum: 0, buckets: Array(BOUNDS.length + 1).fill(0) }
  allTimes.set(of, times)
  const made = { labels, count: 0, times }
  tallies.set(name, made)
  return made
}

/** The two metrics, in the shape in which `prom-client` asks metrics for what they have. */
export const requests = {
  name: 'sluice_requests_total',
  get: async () => ({
    name: requests.name,
    help: 'Requests answered',
    type: 'counter',
    values: [...tallies.values()].map(({ labels, count }) => ({ labels, value: count })),
  }),
}

export const latencies = {
  name: 'sluice_request_seconds',
  get: async () => ({
    name: latencies.name,
    help: 'From the head of a request to its whole answer having been handed over, in seconds',
    type: 'histogram',
    values: [...allTimes.values()].flatMap(valuesOf),
  }),
}

/** @param {Times} times */
function valuesOf({ kind, answered, sum, buckets }) {
  const labels = { kind, answered }
  let upTo = 0
  const cumulative = buckets.map((count, at) => {
    upTo += count
    return { labels: { le: BOUNDS[at] ?? '+Inf', ...labels }, value: upTo, metricName: `${latencies.name}_bucket` }
  })
  return [
    ...cumulative,
    { labels, value: sum, metricName: `${latencies.name}_sum` },
    { labels, value: upTo, metricName: `${latencies.name}_count` },
  ]
}
