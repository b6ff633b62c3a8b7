import compression from 'compression'
import { asksPlainly, keyOf } from './claim.mjs'
import { atHome, refused, takeOff } from './door.mjs'
import { find, keep } from './kept.mjs'
import { send } from './send.mjs'
import { takeAnswer } from './take.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
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

/**
 * What stands in front of Next: pages that it finished are kept with their bytes compressed, and answered from here. What means
 * "now" is answered from here only while the database, asked for this very request, names the revision it was made for.
 *
 * @param {(request: Request, response: Response) => Promise<void>} next
 * @param {{ readonly [name: string]: string | undefined }} settings
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
export function inFrontOf(next, settings) {
  return async (request, response) => {
    atHome(request)
    if (refused(request, response)) return
    takeOff(request)
    const plain = asksPlainly(request)
    const { method } = request
    const key = plain ? keyOf(request, settings) : ''
    const kept = plain ? find(key) : null
    if (kept !== null && (kept.head.now === null || (await isNow(kept.head.now)))) {
      send(request, response, kept)
      return
    }
    const answer = takeAnswer(request, response, plain, (claim, fields, bytes) => {
      keep(key, claim, fields, bytes).then(
        (made) => {
          request.method = method
          if (!response.headersSent) send(request, response, made)
        },
        (error) => response.destroy(error),
      )
    })
    // The head of a page is that of its whole answer; `node:http` sends no bytes to who asked for the head alone.
    if (plain) request.method = 'GET'
    response[held] = answer.held
    compress(request, response, () => undefined)
    try {
      await next(request, response)
    } catch (error) {
      answer.drop()
      throw error
    }
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
