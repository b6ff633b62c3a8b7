/**
 * What an answer carries where nobody said otherwise. Next sends its own redirects, and Node its own refusals, without what the
 * rest of the site says in next.config.ts; such an answer is no page, so nothing in it may run, be shown or be guessed at.
 *
 * @type {readonly (readonly [string, string])[]}
 */
const PLAIN = [
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
]

/** Statuses of answers without a body. */
const EMPTY = new Set([204, 205, 304])

/**
 * Sees to it that no answer leaves without what every answer carries, whoever wrote its head.
 *
 * @param {import('node:http').ServerResponse} response
 */
export function dress(response) {
  const writeHead = response.writeHead
  /** @type {(status: number, ...rest: any[]) => import('node:http').ServerResponse} */
  const dressed = (status, ...rest) => {
    const given = namesOf(rest.at(-1))
    const lacks = (/** @type {string} */ name) => !given.has(name.toLowerCase()) && !response.hasHeader(name)
    for (const [name, value] of PLAIN) if (lacks(name)) response.setHeader(name, value)
    if (!EMPTY.has(status) && lacks('content-type')) response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    return /** @type {Function} */ (writeHead).call(response, status, ...rest)
  }
  response.writeHead = dressed
}

/**
 * The names in what `writeHead` is given: an object, pairs, or names and values in turn.
 *
 * @param {unknown} fields
 * @returns {Set<string>} in lower case
 */
function namesOf(fields) {
  if (typeof fields !== 'object' || fields === null) return new Set()
  const names = Array.isArray(fields) ? fields.flat().filter((_, at) => at % 2 === 0) : Object.keys(fields)
  return new Set(names.map((name) => String(name).toLowerCase()))
}
