import { AsyncLocalStorage } from 'node:async_hooks'
import { format } from 'node:util'
import pino from 'pino'
import { toldError, withoutPeople } from './told-error.mjs'

/**
 * @typedef {{ id: string, method: string, route: string }} Asked the request that is being answered
 * @typedef {{ write: (line: string) => unknown }} Sink
 */

/** What is logged while a request is answered names that request, however deep it comes from. */
export const asking = /** @type {AsyncLocalStorage<Asked>} */ (new AsyncLocalStorage())

/** Nobody reads that far back; rather lose the newest lines than wait for who does not read. */
const WAITING_BYTES = 4 * 1024 * 1024

/**
 * A log of JSON lines: time, level, what happened, and the request it happened in. No line names a person, an address, or what
 * somebody asked for.
 *
 * @param {{ level: string, instance: string }} terms
 * @param {Sink} sink
 */
export function logTo({ level, instance }, sink) {
  return pino(
    {
      level,
      base: { instance },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error) => toldError(error) },
      mixin: () => {
        const asked = asking.getStore()
        return asked === undefined ? {} : { request: asked.id, route: asked.route }
      },
    },
    sink,
  )
}

/** Lines on standard output, written when there is time: a request does not wait for who reads them. */
export function standardOutput() {
  return pino.destination({ fd: 1, sync: false, maxLength: WAITING_BYTES })
}

/**
 * What the framework complains of where a form was not one of ours, or of an older release: whoever sent it was refused in words, and
 * the line about the request says so. Whoever makes up forms does not fill the log besides.
 */
const OF_SENDERS = /^(Invalid Server Actions request|Failed to find Server Action)/

/**
 * Has all that is said by way of the console said as lines of the log: the framework, and the packages, say what went wrong there.
 *
 * @param {import('pino').Logger} log
 * @param {Pick<Console, 'error' | 'warn' | 'log' | 'info'>} spoken
 * @param {(text: string) => string} told what of a text is told
 */
export function speakThrough(log, spoken = console, told = withoutPeople) {
  /** @type {(level: 'error' | 'warn' | 'info') => (...words: unknown[]) => void} */
  const through =
    (level) =>
    (...words) => {
      const error = words.find((word) => word instanceof Error)
      const rest = words.filter((word) => word !== error)
      const text = told(withoutColours(format(...rest)))
      const message = text || (error instanceof Error ? told(error.message) : 'something without words')
      const as = OF_SENDERS.test(error?.message ?? message) ? 'debug' : level
      if (error === undefined) log[as](message)
      else log[as]({ err: error }, message)
    }
  spoken.error = through('error')
  spoken.warn = through('warn')
  spoken.log = through('info')
  spoken.info = through('info')
}

/** @param {string} text */
function withoutColours(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are written with
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '')
}
