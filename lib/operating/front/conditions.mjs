import { holds } from './send.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ tags: string | undefined, since: string | undefined }} Conditions
 */

/** Conditions that no reading of ours depends on: what is kept is sent whatever they say. */
const IDLE = ['if-match', 'if-range', 'if-unmodified-since']

/** Fields that speak of bytes which are not sent. */
const OF_BYTES = ['content-encoding', 'content-length', 'content-type', 'transfer-encoding']

/**
 * Has an answer made as if nobody held it: one without its bytes could be given to nobody else, and whoever asks so first would
 * keep all others from having it made once. Whether this reader holds it is seen when its head is written.
 *
 * @param {Request} request
 * @param {Response} response before anything was written
 * @returns {() => void} puts the conditions back
 */
export function takeConditions({ headers }, response) {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers
  for (const name of IDLE) delete headers[name]
  if (tags === undefined && since === undefined) return () => undefined
  delete headers['if-none-match']
  delete headers['if-modified-since']
  emptyWhere(response, () => isHeld(response, { tags, since }))
  return () => {
    if (tags !== undefined) headers['if-none-match'] = tags
    if (since !== undefined) headers['if-modified-since'] = since
  }
}

/** Of the two, `If-None-Match` counts where both are said (RFC 9110, 13.2.2). */
/** @param {Response} response @param {Conditions} conditions */
function isHeld(response, { tags, since }) {
  const tag = response.getHeader('etag')
  if (tags !== undefined) return tag !== undefined && holds(tags, String(tag))
  return Date.parse(String(response.getHeader('last-modified'))) <= Date.parse(String(since))
}

/**
 * Sends 304 and no bytes in place of an answer that is held already.
 *
 * @param {Response} response
 * @param {() => boolean} held asked when its head is complete
 */
function emptyWhere(response, held) {
  const { writeHead, write, end, flushHeaders } = response
  /** @type {boolean | undefined} */
  let empty
  const begin = (/** @type {number} */ status) => {
    if (empty !== undefined) return empty
    empty = status === 200 && !response.headersSent && held()
    if (!empty) return false
    for (const name of OF_BYTES) response.removeHeader(name)
    writeHead.call(response, 304)
    return true
  }
  const done = (/** @type {unknown[]} */ words) => words.filter((word) => typeof word === 'function')

  response.writeHead = /** @type {any} */ (
    (/** @type {number} */ status, /** @type {any[]} */ ...rest) =>
      begin(status) ? response : writeHead.call(response, status, ...rest)
  )
  response.flushHeaders = () => {
    if (!begin(response.statusCode)) flushHeaders.call(response)
  }
  response.write = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      if (!begin(response.statusCode)) return /** @type {any} */ (write).apply(response, words)
      for (const tell of done(words)) process.nextTick(tell)
      return true
    }
  )
  response.end = /** @type {any} */ (
    (/** @type {any[]} */ ...words) =>
      /** @type {any} */ (end).apply(response, begin(response.statusCode) ? done(words) : words)
  )
}
