// What a request may not bring in. Next speaks with itself, with its own hosts and with its older routers by request headers,
// and believes them whoever wrote them; one of them makes `{}` of any page.

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/**
 * Headers by which Next tells itself things. None is sent by a page of ours: its router says `rsc`, `next-router-…`, `next-url`
 * and, to act, `next-action`.
 */
const INTERNAL = /^x-(?:middleware|nextjs|next|now|prerender|invoke|matched|sluice)-/

const INTERNAL_NAMES = [
  'next-hmr-refresh',
  'next-html-request-id',
  'next-request-id',
  'next-resume',
  // proxy.ts tells these to editors' pages: the policy names the nonce that their scripts get.
  'content-security-policy',
  'content-security-policy-report-only',
  'x-asked-for',
]

/** Where forms ask actions. */
const HAS_ACTIONS = /^\/admin(\/|$|\?)/

/** What only a form that is sent there may say. */
const OF_ACTIONS = ['next-action', 'x-action-forwarded']

/**
 * Takes off a request what only Next itself, or this server, may say. A header that changes what a public page is would be an
 * answer of its own under that page's address, for every cache on the way.
 *
 * @param {Request} request
 */
export function takeOff({ headers, method, url = '' }) {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name]
  for (const name of INTERNAL_NAMES) delete headers[name]
  // Next makes another head for who says nothing of this, and what one reader gets is kept for all.
  headers['user-agent'] ??= 'unknown'
  if (method === 'GET' || method === 'HEAD' || !HAS_ACTIONS.test(url))
    for (const name of OF_ACTIONS) delete headers[name]
}

/** The name of a site in front of an address, as who takes us for a proxy writes it (RFC 9112, 3.2.2). */
const OF_A_SITE = /^https?:\/\/[^/?#]*/i

/**
 * Reads an address that names its site as one that does not: both mean the same to a server that is one site.
 *
 * @param {Request} request
 */
export function atHome(request) {
  const { url = '' } = request
  if (OF_A_SITE.test(url)) request.url = url.replace(OF_A_SITE, '').replace(/^(?!\/)/, '/')
}

/**
 * Refuses a request for what is no address, or too long a one, and one that wants to see itself (TRACE): Next would break over
 * each. Machines are told by RFC 9457.
 *
 * @param {Request} request
 * @param {Response} response
 * @returns {boolean} whether it was refused
 */
export function refused({ url = '', method }, response) {
  if (method === 'TRACE') {
    response.writeHead(405, { allow: 'GET, HEAD, POST, OPTIONS', 'cache-control': 'no-store' }).end()
    return true
  }
  const fault = faultOf(url)
  if (fault === null) return false
  const [status, title, detail] = fault
  const problem = { type: 'about:blank', title, status, detail }
  const [type, text] = url.startsWith('/api/')
    ? ['application/problem+json', JSON.stringify(problem)]
    : ['text/plain', `${detail}\n`]
  response
    .writeHead(status, {
      'cache-control': 'no-store',
      'content-type': `${type}; charset=utf-8`,
      'content-length': String(Buffer.byteLength(text)),
      'x-content-type-options': 'nosniff',
    })
    .end(text)
  return true
}

/** An answer may name its address several times in its head, and whoever asked reads no head of more than 16 KB. */
const LONGEST = 4_000

/**
 * @param {string} url
 * @returns {readonly [status: number, title: string, detail: string] | null}
 */
function faultOf(url) {
  if (url.length > LONGEST)
    return [414, 'URI Too Long', `This address is too long: shorten it to ${LONGEST} characters.`]
  if (!url.startsWith('/')) return [400, 'Bad Request', 'An address on this site begins with a slash.']
  try {
    decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return null
  } catch {
    return [400, 'Bad Request', UNREADABLE]
  }
}

const UNREADABLE =
  'This address cannot be read: after each % there have to be two hexadecimal digits, and together they have to be UTF-8.'
