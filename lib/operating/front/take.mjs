import { claimOf, takeTold } from './claim.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./claim.mjs').Claim} Claim
 * @typedef {{ claim: Claim, fields: [string, unknown][], bytes: Buffer }} Taken an answer that was held back whole
 */

/**
 * Stands between Next and the connection. What this server alone is told is taken off every answer; an answer that may be
 * kept is held back whole and handed to `taken`, which sends it; every other passes through as it is written, which `passes`
 * is told before its first byte.
 *
 * @param {Request} request
 * @param {Response} response
 * @param {boolean} plain whether the request asks for a page and nothing else
 * @param {{ taken: (answer: Taken) => void, passes: () => void }} ways
 * @returns {{ held: () => boolean, drop: () => void }} whether the answer is held back: asked when its head is written, and
 *   not before; and how to forget what was held, when the rest of it will not come
 */
export function takeAnswer(request, response, plain, { taken, passes }) {
  const { writeHead, write, end, flushHeaders } = response
  /** @type {Claim | null | undefined} */
  let claim
  /** @type {Buffer[]} */
  const parts = []

  /** The head is complete when this is first asked. */
  const held = () => {
    if (claim === undefined) {
      const told = takeTold(response)
      claim = plain ? claimOf(request, response, told) : null
      if (claim === null) passes()
    }
    return claim !== null
  }
  const add = (/** @type {unknown} */ chunk, /** @type {unknown} */ encoding) => {
    if (chunk === undefined || chunk === null || typeof chunk === 'function') return
    parts.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? /** @type {BufferEncoding} */ (encoding) : 'utf8')
        : Buffer.from(/** @type {Uint8Array} */ (chunk)),
    )
  }
  const tell = (/** @type {unknown[]} */ words) => {
    const done = words.find((word) => typeof word === 'function')
    if (done !== undefined) process.nextTick(/** @type {() => void} */ (done))
  }

  response.writeHead = /** @type {any} */ (
    (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
      if (claim === undefined) response.statusCode = status
      return held() ? response : writeHead.call(response, status, ...rest)
    }
  )
  response.flushHeaders = () => {
    if (!held()) flushHeaders.call(response)
  }
  response.write = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      if (!held()) return /** @type {any} */ (write).apply(response, words)
      add(words[0], words[1])
      tell(words)
      return true
    }
  )
  response.end = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      if (!held()) return /** @type {any} */ (end).apply(response, words)
      add(words[0], words[1])
      const [fields, bytes] = [Object.entries(response.getHeaders()), Buffer.concat(parts)]
      const whole = bytes.length === Number(response.getHeader('content-length') ?? bytes.length)
      const kept = /** @type {Claim} */ (claim)
      drop()
      // Whoever asked is gone, or Next broke off: what is not whole is nobody's answer.
      if (!whole || response.destroyed) return response.destroy()
      taken({ claim: kept, fields, bytes })
      tell(words)
      return response
    }
  )

  function drop() {
    if (claim === null) return
    claim = null
    parts.length = 0
    Object.assign(response, { writeHead, write, end, flushHeaders })
    for (const name of response.getHeaderNames()) response.removeHeader(name)
  }
  return { held, drop: () => (response.headersSent ? undefined : drop()) }
}
