const POLICY = 'content-security-policy'

/** What a file may do when somebody opens it alone: nothing, whatever stands in it. A drawing is shown, a text is read. */
const OF_FILES = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * What an answer carries where nobody said otherwise. Next sends its own redirects, and Node its own refusals, without what the
 * rest of the site says in next.config.ts; such an answer is no page, so nothing in it may run, be shown or be guessed at.
 *
 * @type {readonly (readonly [string, string])[]}
 */
const PLAIN = [
  ['Content-Security-Policy', OF_FILES],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
]

const PAGE = /^text\/html\b/i

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
    const given = givenIn(rest.at(-1))
    strictIfFile(response, status, rest.at(-1), given)
    const lacks = (/** @type {string} */ name) => !given.has(name.toLowerCase()) && !response.hasHeader(name)
    const asKept = status === 304 && lacks('content-type')
    for (const [name, value] of asKept ? PLAIN.slice(1) : PLAIN) if (lacks(name)) response.setHeader(name, value)
    if (!EMPTY.has(status) && lacks('content-type')) response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    return /** @type {Function} */ (writeHead).call(response, status, ...rest)
  }
  response.writeHead = dressed
}

/**
 * A page says itself which scripts it runs; every other answer runs none. What has no type says that something kept is still
 * good, and leaves it the policy that it came with.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {unknown} fields
 * @param {Given} given
 */
function strictIfFile(response, status, fields, given) {
  const type = given.get('content-type') ?? response.getHeader('content-type')
  if (PAGE.test(String(type))) return asOne(response, fields, given)
  if (type === undefined && status === 304) response.removeHeader(POLICY)
  else if (!replaceIn(fields, POLICY, OF_FILES) && response.hasHeader(POLICY)) response.setHeader(POLICY, OF_FILES)
}

/**
 * The policies of a page, said by those who made it, as one: each speaks of other things, so that both together allow what one
 * of the two parts allows. What neither speaks of is forbidden. A page that broke before it could say which scripts it runs has
 * none of its own.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {unknown} fields
 * @param {Given} given
 */
function asOne(response, fields, given) {
  const said = [given.get(POLICY) ?? response.getHeader(POLICY) ?? []].flat().map(String)
  if (said.length === 0 || said.some((policy) => /\bdefault-src\b/.test(policy))) return
  const scripts = said.some((policy) => /\bscript-src\b/.test(policy)) ? [] : ["script-src 'self'"]
  const policy = ["default-src 'none'", ...said, ...scripts].join('; ')
  if (!replaceIn(fields, POLICY, policy)) response.setHeader(POLICY, policy)
}

/**
 * @param {unknown} fields names and values in turn, as kept answers are sent, or under their names
 * @param {string} name
 * @param {unknown} value
 */
function replaceIn(fields, name, value) {
  if (typeof fields !== 'object' || fields === null) return false
  if (!Array.isArray(fields))
    return Object.keys(fields).some((one) => one.toLowerCase() === name && setIn(fields, one, value))
  const at = fields.findIndex((one, index) => index % 2 === 0 && String(one).toLowerCase() === name)
  if (at === -1) return false
  fields[at + 1] = value
  return true
}

/** @param {object} fields @param {string} name @param {unknown} value */
function setIn(fields, name, value) {
  return Reflect.set(fields, name, value)
}

/** @typedef {ReadonlyMap<string, unknown>} Given names in lower case, and the first value of each */

/**
 * What `writeHead` is given: an object, pairs, or names and values in turn. Every answer comes by here, those that are kept too: it
 * is read once.
 *
 * @param {unknown} fields
 * @returns {Given}
 */
function givenIn(fields) {
  /** @type {Map<string, unknown>} */
  const given = new Map()
  const add = (/** @type {unknown} */ name, /** @type {unknown} */ value) => {
    const lower = String(name).toLowerCase()
    if (!given.has(lower)) given.set(lower, value)
  }
  if (typeof fields !== 'object' || fields === null) return given
  if (!Array.isArray(fields)) for (const [name, value] of Object.entries(fields)) add(name, value)
  else if (Array.isArray(fields[0])) for (const [name, value] of fields) add(name, value)
  else for (let at = 0; at < fields.length; at += 2) add(fields[at], fields[at + 1])
  return given
}
