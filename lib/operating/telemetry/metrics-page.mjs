import { createHash, timingSafeEqual } from 'node:crypto'
import { lookUp } from './gauges.mjs'
import { registry } from './metrics.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const FIELDS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex' }

/**
 * Answers who scrapes `/metrics` with the operator's token, before any page, cache or limit: when a server has too much to do is
 * when these figures are wanted. Without a token of the operator's there is no such address, and every other request is passed on.
 *
 * @param {(request: Request, response: Response) => Promise<void>} answer
 * @param {{ readonly [name: string]: string | undefined }} settings
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
export function withMetrics(answer, settings) {
  const token = settings['METRICS_TOKEN']
  if (!token) return answer
  return async (request, response) => {
    if (request.url !== '/metrics') return answer(request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...FIELDS, allow: 'GET, HEAD' }).end()
    } else if (!isBearer(request.headers.authorization, token)) {
      const type = 'text/plain; charset=utf-8'
      response
        .writeHead(401, { ...FIELDS, 'www-authenticate': 'Bearer realm="metrics"', 'content-type': type })
        .end('These figures are for whoever operates this server.\n')
    } else {
      await lookUp()
      // What nobody told is left out: a nought would say that all is well.
      const text = (await registry.metrics()).replaceAll(/^\S+ Nan\n/gm, '')
      const length = String(Buffer.byteLength(text))
      response.writeHead(200, { ...FIELDS, 'content-type': registry.contentType, 'content-length': length }).end(text)
    }
  }
}

/**
 * Whether somebody knows the token: compared by digests, which are of one length and tell nothing by how long it takes.
 *
 * @param {string | undefined} given the header
 * @param {string} token
 */
function isBearer(given, token) {
  const said = /^Bearer +(\S+) *$/i.exec(given ?? '')?.[1]
  if (said === undefined) return false
  const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(said), digest(token))
}
