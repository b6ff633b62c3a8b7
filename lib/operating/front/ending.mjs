import { setTimeout as pause, setImmediate as whatCame } from 'node:timers/promises'

/** How often connections that nobody uses any more are looked for while a server ends, in milliseconds. */
const LOOK_MS = 25

/**
 * Ends a server so that nobody is cut off: for a while it answers as ever, so that whoever sends it readers sees that it is no
 * longer ready; then it takes no connection more, and what is being answered is finished, within bounds.
 *
 * @param {import('node:http').Server} server
 * @param {{ goOn: number, finish: number }} times milliseconds: to go on answering, and to finish what is being answered
 */
export async function endGently(server, { goOn, finish }) {
  if (goOn > 0) await pause(goOn)
  // A connection whose request has come and was not read yet looks unused: what has come is read first, here and below. A
  // signal is heard between reading and the first of the two.
  await whatCame()
  await whatCame()
  const closed = new Promise((resolve) => server.close(() => resolve(undefined)))
  // A connection on which an answer just ended is unused from then on, and closing looks for such ones once.
  const looking = setInterval(() => setImmediate(() => server.closeIdleConnections()), LOOK_MS)
  const late = setTimeout(() => server.closeAllConnections(), finish)
  await closed
  clearInterval(looking)
  clearTimeout(late)
}
