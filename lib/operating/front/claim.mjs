// Which requests may be answered with what is kept, and which answers may be kept. Whatever is not named here goes to Next.

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ until: number | null, now: string | null }} Claim how long an answer is good, in milliseconds since 1970 or for
 *   ever; and of an answer to "now", the revision and the day that it is now: `42 2026-11-22`
 * @typedef {{ kept: string | null, now: string | null }} Told what the pages and the proxy tell this server alone
 */

/** Answers that are not plain pages: to the router's own navigation, to who asks for a past state, to Next itself. */
const OTHER_ANSWERS = [
  'accept-datetime',
  'next-action',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-url',
  'range',
  'rsc',
  'x-nextjs-data',
  'x-prerender-revalidate',
]

/** Where nothing is ever kept: editors' pages are somebody's own. */
const NEVER = /^\/(admin|_next)(\/|$)/

/**
 * Whether a request asks for a page and for nothing else: then its answer depends on its address, on what "now" is and on
 * where the reader finds this site (`keyOf`).
 *
 * @param {Request} request
 */
export function asksForPage({ method, url = '', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (!url.startsWith('/') || url.includes('?') || url.includes('#') || NEVER.test(url)) return false
  return OTHER_ANSWERS.every((name) => headers[name] === undefined)
}

/**
 * Under what an answer is kept: its address and, where the operator has not said it (`BASE_URL`), all that a request says of
 * where this site is, in the very words it was said in. So nobody is ever sent what another made up.
 *
 * @param {Request} request
 * @param {{ readonly [name: string]: string | undefined }} settings
 */
export function keyOf({ url, headers }, settings) {
  if (settings['BASE_URL']) return `answer ${url}`
  const said = [headers.host]
  if (settings['TRUSTED_PROXY'] === 'true') said.push(headers['x-forwarded-host'], headers['x-forwarded-proto'])
  return `answer ${url} ${JSON.stringify(said)}`
}

/**
 * Takes off what is told to this server and to nobody else.
 *
 * @param {Response} response
 * @returns {Told}
 */
export function takeTold(response) {
  const take = (/** @type {string} */ name) => {
    const value = response.getHeader(name)
    if (value === undefined) return null
    response.removeHeader(name)
    return String(value)
  }
  return { kept: take('x-sluice-kept'), now: take('x-sluice-now') }
}

/**
 * Whether an answer to a request for a page may be kept, and how long; `null` where it may not. It is kept under an address
 * that it was not made for only where the proxy says for which "now".
 *
 * @param {Request} request
 * @param {Response} response
 * @param {Told} told
 * @returns {Claim | null}
 */
export function claimOf({ url }, response, { kept, now }) {
  if (kept === null || response.statusCode !== 200 || response.hasHeader('set-cookie')) return null
  if (!String(response.getHeader('content-type')).startsWith('text/html')) return null
  const [address, until] = kept.split(' ')
  if (now === null && address !== url) return null
  return { until: until === 'ever' ? null : Number(until), now }
}
