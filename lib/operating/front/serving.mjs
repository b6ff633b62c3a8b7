import http from 'node:http'
import { giveUp, onStop } from '../stopping.mjs'
import { dress } from './dress.mjs'
import { endGently } from './ending.mjs'
import { healthOf } from './health.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./readiness.mjs').Lack} Lack
 * @typedef {{ host: string, port: number, goOn: number, finish: number }} Terms where it listens, and how it ends: see
 *   `endGently`
 */

/**
 * How long a connection that nobody uses is kept, in milliseconds: longer than the proxies that people put in front keep theirs
 * (a minute). Else one of them would now and then send a request into the end of a connection, and its reader would get a 502.
 */
export const KEEP_MS = 75_000

/**
 * Listens, answers who asks how this process is, and hands every other request to `answer`. When the process is asked to stop,
 * it says at once that it is no longer ready, and ends gently, before anything that was begun earlier.
 *
 * @param {(request: Request, response: Response) => Promise<void>} answer what it throws is a fault: 500, and a line in the log
 * @param {() => Promise<Lack[]>} lacking
 * @param {Terms} terms
 */
export function serve(answer, lacking, { host, port, goOn, finish }) {
  let stopping = false
  /** @type {Set<Response>} */
  const underWay = new Set()
  const health = healthOf(async () =>
    stopping ? [{ lacks: 'stopping', says: 'This server is going down.' }] : lacking(),
  )
  const server = http.createServer({ keepAliveTimeout: KEEP_MS }, (request, response) => {
    dress(response)
    // Whoever keeps this connection would send the next request into its end.
    if (stopping) response.shouldKeepAlive = false
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    const answered = health(request, response) ?? answer(request, response)
    answered.catch((error) => fault(response, error))
  })
  onStop(() => {
    stopping = true
    for (const response of underWay) response.shouldKeepAlive = false
    return endGently(server, { goOn, finish })
  })
  server.once('error', giveUp)
  server.listen(port, host)
}

/**
 * @param {Response} response
 * @param {unknown} error
 */
function fault(response, error) {
  console.error(error)
  if (!response.headersSent) response.writeHead(500, { 'cache-control': 'no-store' })
  response.end('Internal Server Error')
}
