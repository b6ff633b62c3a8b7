import { randomUUID } from 'node:crypto'
import { tellStepsBy } from '../progress.mjs'
import { logTo, speakThrough } from './log.mjs'

/**
 * Has the launcher say everything as lines of a log, as the server does: each step when it is done, and what it says besides. Its
 * sentences are written for the operator, and are told whole.
 *
 * @param {string} level
 */
export function speakInLines(level) {
  const log = logTo({ level, instance: `launcher ${randomUUID()}` }, { write: (line) => process.stdout.write(line) })
  tellStepsBy((step, took) => log.info({ step, took }, 'step'))
  speakThrough(log, console, (text) => text.trim())
}
