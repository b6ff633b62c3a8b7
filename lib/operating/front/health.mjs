/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./readiness.mjs').Lack} Lack
 */

const FIELDS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex' }

/**
 * Answers who asks whether this process lives (`/healthz`), and whether readers may be sent to it (`/readyz`).
 *
 * The first asks nothing of anything: a process whose database is away lives, and ending it would mend nothing. The second
 * lists what is lacking, as JSON.
 *
 * @param {() => Promise<Lack[]>} lacking
 * @returns {(request: Request, response: Response) => Promise<void> | null} `null` for a request that is neither of the two
 */
export function healthOf(lacking) {
  return ({ method, url }, response) => {
    if (url !== '/healthz' && url !== '/readyz') return null
    return method === 'GET' || method === 'HEAD' ? answer(url, response) : refuse(response)
  }

  /** @type {(url: string, response: Response) => Promise<void>} */
  async function answer(url, response) {
    if (url === '/healthz') return tell(response, 200, 'text/plain; charset=utf-8', 'ok\n')
    const lacks = await lacking()
    tell(response, lacks.length === 0 ? 200 : 503, 'application/json; charset=utf-8', `${JSON.stringify({ lacks })}\n`)
  }
}

/** @param {Response} response */
async function refuse(response) {
  response.writeHead(405, { ...FIELDS, allow: 'GET, HEAD' }).end()
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} type
 * @param {string} text
 */
function tell(response, status, type, text) {
  const again = status === 503 ? { 'retry-after': '5' } : {}
  const length = String(Buffer.byteLength(text))
  response.writeHead(status, { ...FIELDS, ...again, 'content-type': type, 'content-length': length }).end(text)
}
