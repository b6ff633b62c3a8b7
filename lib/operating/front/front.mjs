import compression from 'compression'
import { asksPlainly, keyOf } from './claim.mjs'
import { afterEarlier, leaveWhenMade } from './connection.mjs'
import { crowd } from './crowd.mjs'
import { atHome, refused, takeOff } from './door.mjs'
import { ALONE, Flights } from './flights.mjs'
import { find, keep } from './kept.mjs'
import { send } from './send.mjs'
import { takeAnswer } from './take.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./take.mjs').Taken} Taken
 * @typedef {(request: Request, response: Response) => Promise<void>} Next
 * @typedef {{ headRevision: () => Promise<{ revision: number, known: 'asked' | 'seen' } | null>, todayInBeijing: () => string,
 *   closeDatabase: () => Promise<void> }} Now what lib/reading/now lends; nothing before the first page that means "now"
 */

/** @returns {Now | undefined} */
export function lentNow() {
  return globalThis['sluice.now']
}

/** Of an answer that is being held back, whoever compresses keeps off: it is compressed when it is kept. */
const held = Symbol('held')

/** A range is one of the bytes as they are: `Content-Range` counts those, and the reader puts them together with others. */
const isRange = (/** @type {Response} */ response) => response.hasHeader('content-range')

const compress = compression({
  filter: (request, response) => !response[held]() && !isRange(response) && compression.filter(request, response),
})

/** So often a request waits for what another makes: a revision that is published meanwhile makes it somebody's own. */
const WAITS = 2

/**
 * What stands in front of Next: pages that it finished are kept with their bytes compressed, and answered from here. What means
 * "now" is answered from here only while the database, asked for this very request, names the revision it was made for.
 *
 * What has to be made is made once for all who ask for it at the time, and no more at once than this process can make.
 *
 * @param {Next} next
 * @param {{ readonly [name: string]: string | undefined }} settings
 * @param {Pick<ReturnType<typeof crowd>, 'enter'>} all who ask for what has to be made
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
export function inFrontOf(next, settings, all = crowd()) {
  const flights = new Flights()
  return async (request, response) => {
    const earlier = afterEarlier(request, response)
    if (earlier !== null) await earlier
    if (response.destroyed) return
    atHome(request)
    if (refused(request, response)) return
    takeOff(request)
    const key = asksPlainly(request) ? keyOf(request, settings) : null
    const flight = key === null ? ALONE : await fromKept(flights, key, request, response)
    if (flight === null || response.destroyed) {
      flight?.land('passed')
      return
    }
    if (flight !== ALONE) response.once('close', () => flight.land('passed'))
    const leave = await all.enter(request, response)
    if (leave === null) return
    leaveWhenMade(response, leave)
    await make(next, key, { flight, leave }, request, response).finally(leave)
  }
}

/**
 * Answers from what is kept, or what another is just making and is kept then.
 *
 * @param {Flights} flights
 * @param {string} key
 * @param {Request} request
 * @param {Response} response
 * @returns {Promise<import('./flights.mjs').Flight | null>} `null` when it was answered; else it has to be made
 */
async function fromKept(flights, key, request, response) {
  for (let waits = 0; ; waits += 1) {
    const kept = find(key)
    if (kept !== null && (kept.head.now === null || (await isNow(kept.head.now)))) {
      send(request, response, kept)
      return null
    }
    const other = waits < WAITS ? flights.other(key) : null
    // Of all who see that nobody makes it, the first is the one who does: nothing is waited for in between.
    if (other === null || (await other) === 'passed' || response.destroyed) return flights.begin(key)
  }
}

/**
 * Has an answer made; one that may be kept is kept and sent from there.
 *
 * @param {Next} next
 * @param {string | null} key `null` for what is nobody else's
 * @param {{ flight: import('./flights.mjs').Flight, leave: () => void }} with what is under way, and a place
 * @param {Request} request
 * @param {Response} response
 */
async function make(next, key, { flight, leave }, request, response) {
  const { method } = request
  const taken = (/** @type {Taken} */ { claim, fields, bytes }) => {
    leave()
    keep(String(key), claim, fields, bytes).then(
      (made) => {
        flight.land('kept')
        request.method = method
        if (!response.headersSent) send(request, response, made)
      },
      (error) => response.destroy(error),
    )
  }
  const answer = takeAnswer(request, response, key !== null, { taken, passes: flight.passes })
  // The head of a page is that of its whole answer; `node:http` sends no bytes to who asked for the head alone.
  if (key !== null) request.method = 'GET'
  response[held] = answer.held
  compress(request, response, () => undefined)
  try {
    await next(request, response)
  } catch (error) {
    answer.drop()
    throw error
  }
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
