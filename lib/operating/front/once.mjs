import { ALONE } from './flights.mjs'
import { find } from './kept.mjs'
import { send } from './send.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./kept.mjs').Head} Head
 * @typedef {import('./flights.mjs').Flights} Flights
 * @typedef {import('./flights.mjs').Flight} Flight
 * @typedef {{ headRevision: () => Promise<{ revision: number, known: 'asked' | 'seen' } | null>, todayInBeijing: () => string,
 *   closeDatabase: () => Promise<void> }} Now what lib/reading/now lends; nothing before the first page that means "now"
 */

/** @returns {Now | undefined} */
export function lentNow() {
  return globalThis['sluice.now']
}

/** So often a request waits for what another keeps: a revision that is published meanwhile makes it somebody's own. */
const WAITS = 2

/** So often, and so long in milliseconds, it waits for others who leave without an answer: then it is made for it alone. */
const LEFT = 32
const LEFT_MS = 12_000

/**
 * What somebody asks for who may get what was made for another.
 *
 * @param {string | null} key `null` for what is nobody else's
 * @param {Request} request
 * @param {Response} response
 */
export function wish(key, request, response) {
  /** @type {Head | null} what is kept, and was seen not to be "now" */
  let old = null

  /** Answers with what is kept, if that is good: what was found to be of another "now" is not looked at again. */
  async function fromKept() {
    const kept = key === null ? null : find(key)
    if (kept === null || kept.head === old) return false
    old = kept.head
    if (kept.head.now !== null && !(await isNow(kept.head.now))) return false
    send(request, response, kept)
    return true
  }

  /**
   * Answers with what is kept, or what another is just making and is kept then.
   *
   * @param {Flights} flights
   * @returns {Promise<Flight | null>} `null` when it was answered; else it has to be made
   */
  async function fromOthers(flights) {
    if (key === null) return ALONE
    const began = performance.now()
    let [waits, left] = [0, 0]
    for (;;) {
      if (await fromKept()) return null
      const other = waits < WAITS && left < LEFT && performance.now() - began < LEFT_MS ? flights.other(key) : null
      // Of all who see that nobody makes it, the first is the one who does: nothing is waited for in between.
      if (other === null) return flights.begin(key)
      const landing = await other
      if (landing === 'passed' || response.destroyed) return flights.begin(key)
      if (landing === 'kept') waits += 1
      else left += 1
    }
  }
  return { fromKept, fromOthers }
}

/**
 * Whether that is the newest revision, and today in Beijing. When the database cannot be asked, it is for the pages to say so.
 *
 * @param {string} then
 */
async function isNow(then) {
  const now = lentNow()
  const head = await now?.headRevision().catch(() => null)
  return head?.known === 'asked' && `${head.revision} ${now?.todayInBeijing()}` === then
}
