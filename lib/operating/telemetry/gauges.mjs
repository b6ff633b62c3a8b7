// Figures that are not counted but looked up, when somebody scrapes them.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Gauge } from 'prom-client'
import { pageMemory } from '../page-memory.mjs'
import { registry } from './metrics.mjs'

/**
 * @typedef {import('@/lib/contract/service/standing').ServiceStanding} Standing
 * @typedef {{ pool: string, open: number, idle: number, waiting: number }} Pool
 * @typedef {{ figures: () => Promise<Standing>, connections: () => readonly Pool[], sayAlive: (beat: object) => Promise<void>,
 *   sayEnded: (id: string) => Promise<void> }} Service what lib/editing/service/lent lends
 */

/** However often it is scraped, and by however many, the database is asked no more often than this, in milliseconds. */
const FIGURES_MS = 15_000

/** Who scrapes does not wait longer for the database, in milliseconds: then its figures are missing, which is one of its own. */
const PATIENCE_MS = 3_000

/** How finely lateness is measured, in milliseconds. */
const RESOLUTION_MS = 20

/** @returns {Promise<Service | null>} `null` before the framework has started */
export async function lentService() {
  return (await globalThis['sluice.service']?.()) ?? null
}

/** @type {(name: string, help: string, labelNames?: string[]) => Gauge} */
const gauge = (name, help, labelNames = []) => new Gauge({ name, help, labelNames, registers: [registry] })

const page = {
  bytes: gauge('sluice_kept_bytes', 'Bytes that finished pages take in memory'),
  most: gauge('sluice_kept_bytes_limit', 'Bytes that they may take'),
  entries: gauge('sluice_kept_entries', 'Entries among them'),
}
const own = {
  resident: gauge('sluice_memory_resident_bytes', 'Memory of this process'),
  heap: gauge('sluice_memory_heap_bytes', 'Memory of its objects'),
  lag: gauge('sluice_event_loop_lag_seconds', 'How late its one thread came, at most, since it was last asked'),
  started: gauge('sluice_start_time_seconds', 'When it started, in seconds since 1970'),
}
const connections = gauge('sluice_database_connections', 'Connections of this process', ['pool', 'state'])
const told = gauge('sluice_database_answers', '1 where the database told the figures below, else 0')
const head = gauge('sluice_head_revision', 'The newest revision that this process saw')
const headAge = gauge('sluice_head_seen_age_seconds', 'Seconds since it last asked for it and was told')
const verified = {
  through: gauge('sluice_integrity_verified_revision', 'The last revision through which the chain was found to hold'),
  broken: gauge('sluice_integrity_broken', '1 where a revision was found that does not hold, else 0'),
}
const far = {
  size: gauge('sluice_database_bytes', 'Bytes of the database'),
  open: gauge('sluice_database_server_connections', 'Connections to the server of the database'),
  most: gauge('sluice_database_server_connections_limit', 'Connections that it takes'),
  instances: gauge('sluice_instances', 'Processes that said something within a minute'),
  behind: gauge('sluice_replica_behind_revisions', 'Revisions that a copy lacks; -1 where it does not answer', [
    'replica',
  ]),
  due: gauge('sluice_webhooks_due', 'Messages whose time has come'),
  longest: gauge('sluice_webhooks_due_age_seconds', 'Seconds since the time came of the one that waits longest'),
  failed: gauge('sluice_webhooks_given_up', 'Messages that were given up within a day'),
  off: gauge('sluice_webhooks_off', 'Webhooks that are turned off'),
  overdue: gauge('sluice_overdue_verifications', 'Instruments that somebody should have looked at'),
  silences: gauge('sluice_silences', 'Suspensions that ended with nothing on file since'),
  backup: gauge('sluice_backup_age_seconds', 'Seconds since the last whole backup ended; -1 where there is none'),
  backupFailed: gauge('sluice_backup_failed', '1 where one failed since, else 0'),
}

const watching = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

/** Begins to watch how late the one thread of this process comes. */
export function watchProcess() {
  watching.enable()
  own.started.set(Math.floor(Date.now() / 1000 - process.uptime()))
  return () => watching.disable()
}

/** Looks all figures up: those of this process, and those that only the database knows. */
export async function lookUp() {
  const memory = pageMemory()
  page.bytes.set(memory.calculatedSize)
  page.most.set(memory.maxSize)
  page.entries.set(memory.size)
  const { rss, heapUsed } = process.memoryUsage()
  own.resident.set(rss)
  own.heap.set(heapUsed)
  own.lag.set(watching.max > 0 ? Math.max(0, watching.max / 1e9 - RESOLUTION_MS / 1000) : 0)
  watching.reset()

  const service = await lentService().catch(() => null)
  for (const { pool, open, idle, waiting } of service?.connections() ?? []) {
    for (const [state, count] of Object.entries({ open, idle, waiting })) connections.set({ pool, state }, count)
  }
  tellStanding(await standing(service))
  head.set(globalThis['sluice.head'] ?? Number.NaN)
  const heard = globalThis['sluice.head-heard']
  const { through, broken } = globalThis['sluice.integrity']?.verified ?? {}
  verified.through.set(through?.number ?? Number.NaN)
  verified.broken.set(broken === undefined ? Number.NaN : broken === null ? 0 : 1)
  headAge.set(heard === undefined ? Number.NaN : (performance.now() - heard) / 1000)
}

/** @type {{ at: number, standing: Promise<Standing | null> }} */
let last = { at: Number.NEGATIVE_INFINITY, standing: Promise.resolve(null) }

/** @param {Service | null} service @returns {Promise<Standing | null>} */
function standing(service) {
  const now = performance.now()
  if (service !== null && now - last.at > FIGURES_MS) {
    last = { at: now, standing: within(service.figures().catch(() => null)) }
  }
  return last.standing
}

/** @param {Promise<Standing | null>} answer @returns {Promise<Standing | null>} */
function within(answer) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/**
 * What the database did not tell is no figure, and is left out (metrics-page.mjs).
 *
 * @param {Standing | null} found
 */
function tellStanding(found) {
  told.set(found === null ? 0 : 1)
  far.behind.reset()
  if (found === null) {
    for (const one of Object.values(far)) if (one !== far.behind) one.set(Number.NaN)
    return
  }
  const { database, webhooks, backup, overdue, instances, replicas, newest } = found
  far.size.set(database.bytes)
  far.open.set(database.connections)
  far.most.set(database.most)
  far.instances.set(instances.filter(({ ended, silentFor }) => !ended && silentFor < 60).length)
  for (const { number, head: held } of replicas) {
    far.behind.set({ replica: String(number) }, held === null ? -1 : (newest ?? 0) - held)
  }
  far.due.set(webhooks.due)
  far.longest.set(webhooks.longestDue)
  far.failed.set(webhooks.givenUp)
  far.off.set(webhooks.off)
  far.overdue.set(overdue.looks)
  far.silences.set(overdue.silences)
  far.backup.set(backup.last?.age ?? -1)
  far.backupFailed.set(backup.failedSince ? 1 : 0)
}
