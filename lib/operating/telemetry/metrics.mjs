// What is counted while this process serves, for whoever scrapes it (metrics-page.mjs).
import { Counter, Histogram, Registry } from 'prom-client'

/** Everything that is told at /metrics. */
export const registry = new Registry()

/**
 * @param {string} name
 * @param {string} help
 * @param {string[]} labelNames
 */
function counter(name, help, labelNames) {
  return new Counter({ name, help, labelNames, registers: [registry] })
}

const counters = {
  shed: counter('sluice_shed_total', 'Requests refused because this server had too much to do', ['kind']),
  limited: counter('sluice_limited_total', 'Requests refused because one address asked for too much', ['kind']),
  faults: counter('sluice_faults_total', 'Requests that ended in a fault of ours, and faults outside of any', ['kind']),
}

const requests = counter('sluice_requests_total', 'Requests answered', ['kind', 'status', 'answered'])

const latencies = new Histogram({
  name: 'sluice_request_seconds',
  help: 'From the head of a request to its whole answer having been handed over, in seconds',
  labelNames: ['kind', 'answered'],
  buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers: [registry],
})

/**
 * Counts one of something.
 *
 * @param {keyof typeof counters} name
 * @param {{ [label: string]: string }} labels few different values each: never what a reader wrote
 */
export function counted(name, labels) {
  counters[name].inc(labels)
  if (name === 'faults') since.faults += 1
  else since.refused += 1
}

/** What this process turned away, and what broke, since it started. */
const since = { refused: 0, faults: 0 }

export function totals() {
  return { ...since }
}

/** What counts requests of one kind, status and way of answering: looked up by one text, as every request does it. */
/** @type {Map<string, (seconds: number) => void>} */
const tallies = new Map()

/**
 * Counts a request that was answered.
 *
 * @param {string} kind see `kindOf`
 * @param {number | 'gone'} status `gone` where whoever asked did not wait for all of it
 * @param {'kept' | 'computed' | 'refused'} answered from what is kept, by the pages, or at the door
 * @param {number} milliseconds
 */
export function answered(kind, status, answered, milliseconds) {
  const name = `${kind} ${status} ${answered}`
  let tally = tallies.get(name)
  if (tally === undefined) {
    const [one, time] = [
      requests.labels({ kind, status: String(status), answered }),
      latencies.labels({ kind, answered }),
    ]
    tally = (seconds) => {
      one.inc()
      time.observe(seconds)
    }
    tallies.set(name, tally)
  }
  tally(milliseconds / 1000)
}
