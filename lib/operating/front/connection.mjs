// One connection, however much is asked on it, takes no more from the others than one who asks.

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/** Who does not take what was written keeps their place no longer than this, in milliseconds. */
const UNREAD_MS = 250

/** What was asked last on a connection. @type {WeakMap<import('node:net').Socket, Response>} */
const last = new WeakMap()

/**
 * Waits until what was asked before on the same connection is answered and taken: no answer can be sent before that, and who
 * asks sixty times in one breath and reads nothing would have sixty made at once.
 *
 * @param {Request} request
 * @param {Response} response
 * @returns {Promise<void> | null} `null` where there is nothing to wait for
 */
export function afterEarlier({ socket }, response) {
  const earlier = last.get(socket)
  last.set(socket, response)
  if (earlier === undefined || earlier.destroyed) return null
  return new Promise((resolve) => {
    earlier.once('close', () => {
      // Node tells of the end of a connection the one answer alone that is just being sent on it.
      if (socket.destroyed) {
        response.destroy()
        response.emit('close')
      }
      resolve()
    })
  })
}

/**
 * Calls `leave` as soon as an answer is made: when all of it is written, whether or not it is read. Of a long answer no more is
 * made while nobody takes what there is, and then too the place is somebody else's.
 *
 * @param {Response} response before anything else stands in front of its `write`
 * @param {() => void} leave may be called more than once
 */
export function leaveWhenMade(response, leave) {
  const { write, end } = response
  /** @type {NodeJS.Timeout | undefined} */
  let unread
  const taken = () => {
    clearTimeout(unread)
    unread = undefined
  }
  response.on('drain', taken)
  response.once('close', taken)
  response.write = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      const goOn = /** @type {any} */ (write).apply(response, words)
      if (!goOn) unread ??= setTimeout(leave, UNREAD_MS).unref()
      return goOn
    }
  )
  response.end = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      taken()
      leave()
      return /** @type {any} */ (end).apply(response, words)
    }
  )
}
