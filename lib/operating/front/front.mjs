import compression from 'compression'
import { asksPlainly, keyOf } from './claim.mjs'
import { takeConditions } from './conditions.mjs'
import { afterEarlier, leaveWhenMade } from './connection.mjs'
import { crowd } from './crowd.mjs'
import { atHome, refused, takeOff } from './door.mjs'
import { Flights } from './flights.mjs'
import { keep } from './kept.mjs'
import { wish } from './once.mjs'
import { send } from './send.mjs'
import { takeAnswer } from './take.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./take.mjs').Taken} Taken
 * @typedef {(request: Request, response: Response) => Promise<void>} Next
 */

/** Of an answer that is being held back, whoever compresses keeps off: it is compressed when it is kept. */
const held = Symbol('held')

/** A range is one of the bytes as they are: `Content-Range` counts those, and the reader puts them together with others. */
const isRange = (/** @type {Response} */ response) => response.hasHeader('content-range')

const compress = compression({
  filter: (request, response) => !response[held]() && !isRange(response) && compression.filter(request, response),
})

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
    const wanted = wish(key, request, response)
    const flight = await wanted.fromOthers(flights)
    if (flight === null) return
    response.once('close', () => flight.land('left'))
    const leave = response.destroyed ? null : await all.enter(request, response)
    if (leave === null) return flight.land('left')
    // While this one waited, another may have made it.
    if (await wanted.fromKept()) {
      leave()
      return flight.land('kept')
    }
    leaveWhenMade(response, leave)
    await make(next, key, { flight, leave }, request, response).finally(leave)
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
    keep(String(key), claim, fields, bytes).then(
      (made) => {
        flight.land('kept')
        request.method = method
        putBack()
        if (!response.headersSent) send(request, response, made)
      },
      (error) => response.destroy(error),
    )
    leave()
  }
  const putBack = key === null ? () => undefined : takeConditions(request, response)
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
