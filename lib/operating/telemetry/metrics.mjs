// What is counted while this process serves, for whoever scrapes it (metrics-page.mjs).
import { Counter, Registry } from 'prom-client'
import { latencies, requests } from './tallies.mjs'

/** Everything that is told at /metrics. */
export const registry = new Registry()
for (const metric of [requests, latencies]) registry.registerMetric(/** @type {any} */ (metric))

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
