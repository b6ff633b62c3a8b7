// Which requests may be answered with what is kept, and which answers may be kept. Whatever is not named here goes to Next.

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ until: number | null, now: string | null, tag: string | null }} Claim how long an answer is good, in milliseconds since 1970 or for
 *   ever; of an answer to "now", the revision and the day that it is now, `42 2026-11-22`; and the
 *   entity tag where the answer has one that is its own
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

/** A page has no query, a question of the API may have one. */
const PAGE = /^\/[^?#]*$/
const QUESTION = /^\/api\/v1\/[^#]*$/

/** Scripts, styles and fonts of pages: their names say what is in them. */
const PART = /^\/_next\/static\/[^?#]+\.(js|css|woff2)$/

/**
 * Whether a request asks for a page, a part of one, or something of the API, and for nothing else: then its answer depends on its address, on
 * what "now" is and on where the reader finds this site (`keyOf`).
 *
 * @param {Request} request
 */
export function asksPlainly({ method, url = '', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return false
  const known = PART.test(url) || (!NEVER.test(url) && (PAGE.test(url) || QUESTION.test(url)))
  if (!known) return false
  return OTHER_ANSWERS.every((name) => headers[name] === undefined)
}

/**
 * Whether a request asks for a small file of which a page has many, and which is kept once it was asked for.
 *
 * @param {Request} request
 */
export function asksForPart(request) {
  return PART.test(String(request.url)) && asksPlainly(request)
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

/** What is kept: pages, and answers for machines, which have an entity tag of their own. */
const KINDS = /^(text\/html|application\/json)\b/

/**
 * Whether an answer to a plain request may be kept, and how long; `null` where it may not. It is kept under an address
 * that it was not made for only where the proxy says for which "now".
 *
 * @param {Request} request
 * @param {Response} response
 * @param {Told} told
 * @returns {Claim | null}
 */
export function claimOf({ url }, response, { kept, now }) {
  if (response.statusCode !== 200 || response.hasHeader('set-cookie')) return null
  if (PART.test(String(url))) {
    const never = String(response.getHeader('cache-control')).includes('immutable')
    return never ? { until: null, now: null, tag: ownTag(response) } : null
  }
  if (kept === null) return null
  const kind = KINDS.exec(String(response.getHeader('content-type')))?.[1]
  const [address, until] = kept.split(' ')
  if (kind === undefined || (now === null && address !== url)) return null
  const tag = kind === 'application/json' ? ownTag(response) : null
  return { until: until === 'ever' ? null : Number(until), now, tag }
}

/** @param {Response} response */
function ownTag(response) {
  const tag = response.getHeader('etag')
  return tag === undefined ? null : String(tag)
}
