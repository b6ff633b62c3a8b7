/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const ignored = () => undefined

/**
 * Lets whoever asks hang up at any time. Node tells nobody of it who does not listen; but Next puts another stream's functions
 * into a request whose body it read, and that one throws where nobody listens, past every `catch`.
 *
 * @param {Request} request
 * @param {Response} response
 */
export function mayHangUp(request, response) {
  const { socket } = request
  // Before Node's own listener, and after whatever Next put in place of those that stood at the request.
  const left = () => request.on('error', ignored)
  socket.prependOnceListener('close', left)
  response.once('close', () => socket.off('close', left))
}

/**
 * Whether what broke is that somebody hung up in the middle of what they sent: nobody hears an answer, and nothing of ours broke.
 *
 * @param {Request} request
 * @param {unknown} error
 */
export function isHangingUp({ socket }, error) {
  return socket.destroyed && error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
}
