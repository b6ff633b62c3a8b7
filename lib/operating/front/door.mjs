// What a request may not bring in. Next speaks with itself, with its own hosts and with its older routers by request headers,
// and believes them whoever wrote them; one of them makes `{}` of any page.

/** @typedef {import('node:http').IncomingMessage} Request */

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

/** What only a form that is sent may say. */
const OF_ACTIONS = ['next-action', 'x-action-forwarded']

/**
 * Takes off a request what only Next itself, or this server, may say. A header that changes what a public page is would be an
 * answer of its own under that page's address, for every cache on the way.
 *
 * @param {Request} request
 */
export function takeOff({ headers, method }) {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name]
  for (const name of INTERNAL_NAMES) delete headers[name]
  if (method === 'GET' || method === 'HEAD') for (const name of OF_ACTIONS) delete headers[name]
}
