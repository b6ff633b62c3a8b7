import http from 'node:http'
import { giveUp, onStop } from '../stopping.mjs'
import { answerFault } from '../telemetry/watching.mjs'
import { dress } from './dress.mjs'
import { endGently } from './ending.mjs'
import { isHangingUp, mayHangUp } from './hanging-up.mjs'
import { healthOf } from './health.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./readiness.mjs').Lack} Lack
 * @typedef {{ host: string, port: number, goOn: number, finish: number, slow?: Partial<typeof SLOW> }} Terms where it listens,
 *   how it ends (see `endGently`), and how slow whoever asks may be
 */

/**
 * How long a connection that nobody uses is kept, in milliseconds: longer than the proxies that people put in front keep theirs
 * (a minute). Else one of them would now and then send a request into the end of a connection, and its reader would get a 502.
 */
export const KEEP_MS = 75_000

/**
 * How slow whoever asks may be, in milliseconds: to say what they want, all of a request with what is sent (25 MB on a slow
 * line), and with nothing coming or going at all. Whoever opens connections and says nothing keeps none of them for long.
 */
const SLOW = { headersTimeout: 15_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000, silence: 600_000 }

/** The head of a request, in bytes: addresses that say a whole product, and cookies, are a tenth of it. */
const HEAD_BYTES = 16_384

/** Who listens to one answer's end: the framework, the front, what counts and what traces, once or twice each. */
const LISTENERS = 24

/** More connections at once are closed as they come: each holds memory, and a file of the process. */
const CONNECTIONS = 10_000

/**
 * Listens, answers who asks how this process is, and hands every other request to `answer`. When the process is asked to stop,
 * it says at once that it is no longer ready, and ends gently, before anything that was begun earlier.
 *
 * @param {(request: Request, response: Response) => Promise<void>} answer what it throws is a fault: 500, and a line in the log
 * @param {() => Promise<Lack[]>} lacking
 * @param {Terms} terms
 */
export function serve(answer, lacking, { host, port, goOn, finish, slow }) {
  let stopping = false
  /** @type {Set<Response>} */
  const underWay = new Set()
  const health = healthOf(async () =>
    stopping ? [{ lacks: 'stopping', says: 'This server is going down.' }] : lacking(),
  )
  const { silence, ...times } = { ...SLOW, ...slow }
  const options = { keepAliveTimeout: KEEP_MS, maxHeaderSize: HEAD_BYTES, ...times }
  const server = http.createServer(options, (request, response) => {
    response.setMaxListeners(LISTENERS)
    dress(response)
    mayHangUp(request, response)
    // Whoever keeps this connection would send the next request into its end.
    if (stopping) response.shouldKeepAlive = false
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    const answered = health(request, response) ?? answer(request, response)
    answered.catch((error) => {
      if (!isHangingUp(request, error)) answerFault(request, response, error)
    })
  })
  server.timeout = silence
  server.maxConnections = CONNECTIONS
  onStop(() => {
    stopping = true
    for (const response of underWay) response.shouldKeepAlive = false
    return endGently(server, { goOn, finish })
  })
  server.once('error', giveUp)
  server.listen(port, host)
}
