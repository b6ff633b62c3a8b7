// What a serving process tells who operates it: its log, its figures, its traces, and that it is alive.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { lentService, watchProcess } from './gauges.mjs'
import { logTo, speakThrough, standardOutput } from './log.mjs'
import { totals } from './metrics.mjs'
import { withMetrics } from './metrics-page.mjs'
import { computing, watched } from './watching.mjs'
import { wordsTo } from './words.mjs'

/** How often a process says that it is alive, in milliseconds. */
const BEAT_MS = 10_000

/**
 * How often a process sees to it that the chain is verified, in milliseconds: what was published since, and once an hour all of it,
 * so that a break is told in its log and its figures although nobody looks at the page that shows it.
 */
const VERIFIES_MS = 60_000

/** Nobody who stops a process waits for a collector or a database that hangs, in milliseconds. */
const ENDS_WITHIN_MS = 1_500

/**
 * @typedef {{ readonly [name: string]: string | undefined }} Settings
 * @typedef {{ port: string, folder: string }} Where the port it listens on, and the folder of the project
 */

/**
 * @param {Settings} settings
 * @param {Where} where
 */
export async function telemetryOf(settings, { port, folder }) {
  const instance = randomUUID()
  const told = { version: versionIn(folder), build: buildIn(folder, settings) }
  const trusted = settings['TRUSTED_PROXY'] === 'true'
  const json = settings['LOG_FORMAT'] === 'json'
  const sink = json ? standardOutput() : wordsTo(process.stdout)
  const log = logTo({ level: settings['LOG_LEVEL'] || 'info', instance }, sink)
  if (json) speakThrough(log)
  const lines = /** @type {'computed' | 'all' | 'none'} */ (settings['LOG_REQUESTS'] || (json ? 'computed' : 'none'))
  const spans = await tracingOf(settings, { instance, version: told.version, trusted })
  const watch = { log, lines, trusted, spans }
  const unwatch = watchProcess()
  const beat = { id: instance, name: `${hostname()}:${port}`, ...told, startedAt: new Date() }
  /** @type {NodeJS.Timeout | undefined} */
  let beating
  /** @type {NodeJS.Timeout | undefined} */
  let verifying

  return {
    /** @param {import('./watching.mjs').Answer} next what makes an answer that is not kept */
    computing: (next) => computing(next, watch),
    /** @param {import('./watching.mjs').Answer} answer everything that readers ask */
    watched: (answer) => withMetrics(watched(answer, watch), settings),
    /** Begins to say that this process serves. */
    begin() {
      sayAlive(beat)
      beating = setInterval(sayAlive, BEAT_MS, beat)
      beating.unref()
      verifying = setInterval(verify, VERIFIES_MS)
      verifying.unref()
    },
    async end() {
      clearInterval(beating)
      clearInterval(verifying)
      unwatch()
      const ended = lentService().then((service) => service?.sayEnded(instance))
      const all = Promise.allSettled([beating === undefined ? null : ended, spans?.end()])
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, ENDS_WITHIN_MS).unref())])
      if ('flushSync' in sink) sink.flushSync()
    },
  }
}

/**
 * Says that a process is alive, and which revision it answers from: it asks for that as every request for "now" does. A database
 * that is away is told by what needs it; whoever cannot write there serves all the same.
 *
 * @param {object} beat
 */
async function sayAlive(beat) {
  try {
    const service = await lentService()
    const head = await globalThis['sluice.now']?.headRevision()
    const memoryMb = Math.max(1, Math.round(process.memoryUsage.rss() / 1e6))
    await service?.sayAlive({ ...beat, head: head?.revision ?? null, memoryMb, ...totals() })
  } catch {
    // The next one says it.
  }
}

/** A database that is away is told by what needs it. */
async function verify() {
  try {
    await globalThis['sluice.verify']?.()
  } catch {
    // The next time.
  }
}

/**
 * @param {Settings} settings
 * @param {{ instance: string, version: string, trusted: boolean }} terms
 */
async function tracingOf(settings, terms) {
  if (!settings['OTEL_EXPORTER_OTLP_ENDPOINT']) return null
  const { startTracing } = await import('./tracing.mjs')
  return startTracing({ ...terms, service: settings['OTEL_SERVICE_NAME'] || 'sluice' })
}

/** @param {string} folder */
function versionIn(folder) {
  return textIn(`${folder}/package.json`, (text) => JSON.parse(text).version)
}

/** The build of the pages: two instances of one build answer alike, byte by byte. */
/** @param {string} folder @param {Settings} settings */
function buildIn(folder, settings) {
  return textIn(`${folder}/${settings['NEXT_DIST_DIR'] || '.next'}/BUILD_ID`, (text) => text.trim())
}

/** @param {string} file @param {(text: string) => unknown} read */
function textIn(file, read) {
  try {
    return String(read(readFileSync(file, 'utf8')) ?? 'unknown')
  } catch {
    return 'unknown'
  }
}
