import { counted as tally } from '../telemetry/metrics.mjs'
import { asksForPart } from './claim.mjs'
import { Gate } from './gate.mjs'
import { watchLoop } from './loop.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./gate.mjs').Leave} Leave
 * @typedef {{ count: (headers: Request['headers'], share: Share) => Counted | null,
 *   tell: (status: 429 | 503, seconds: number, request: { url: string, method: string }) => Told }} Lent what lib/sharing lends
 *   before the first page is answered
 * @typedef {'readers' | 'editors'} Share
 * @typedef {{ readers: import('./gate.mjs').Terms, editors: import('./gate.mjs').Terms, signIn: import('./gate.mjs').Terms }} Terms
 * @typedef {{ policy: string, state: string, seconds: number | null }} Counted how much this network may still have made: two
 *   fields of the answer, and where it is too much, after how many seconds to ask again
 * @typedef {{ headers: { [name: string]: string }, text: string }} Told
 */

/**
 * Who reads. A reader who comes last of those who wait is answered within five seconds; sixty-four may always wait, because at a
 * pace that slow nobody knows it better. One thread makes all answers: more at once make each later and none sooner, but for
 * those that wait for the database.
 */
const READERS = {
  few: 4,
  many: 32,
  turns: 16,
  freely: 64,
  most: 1_000,
  waitMs: 5_000,
  longestMs: 20_000,
  longMs: 5_000,
}

/**
 * Who edits has a share that no crowd of readers takes. An action that leads to another page asks for that page from inside, so
 * a place is held by nobody for long.
 */
const EDITORS = { ...READERS, few: 2, many: 16, most: 100, longMs: 1_000 }

/**
 * Who is just signing in has no session yet, and a small share all the same: no crowd at the other pages takes it, and no crowd
 * here takes that of who edits.
 */
const SIGN_IN = { ...EDITORS, few: 1, many: 4, freely: 8 }

const ADMIN = /^\/admin(?:[/?#]|$)/
const AT_SIGN_IN = /^\/admin\/sign-in(?:[/?#]|$)/

/** The cookie of a session, under either of its names (lib/auth/cookie-names.ts). */
const SESSION = /(?:^|;\s*)(?:__Secure-)?sluice\.session_token=[^;\s]/

/**
 * Whose share an answer is of. An address alone makes nobody an editor.
 *
 * @param {Request} request
 * @returns {keyof Terms}
 */
function shareOf({ url = '', headers }) {
  if (!ADMIN.test(url)) return 'readers'
  if (SESSION.test(headers.cookie ?? '')) return 'editors'
  return AT_SIGN_IN.test(url) ? 'signIn' : 'readers'
}

/** @returns {Lent | undefined} */
const lent = () => globalThis['sluice.crowd']

/**
 * Whoever wants an answer that has to be made comes by here: it is counted for the network that asks, and let in as soon as
 * there is room. Whoever is turned away is told so, and when to ask again, for next to nothing.
 *
 * @param {Partial<Terms>} terms
 */
export function crowd({ readers = READERS, editors = EDITORS, signIn = SIGN_IN } = {}) {
  const gates = { readers: new Gate(readers), editors: new Gate(editors), signIn: new Gate(signIn) }
  const end = watchLoop((full) => {
    for (const gate of Object.values(gates)) gate.expect(full)
  })

  /**
   * @param {Request} request
   * @param {Response} response
   * @returns {Promise<Leave | null>} to be called when the answer is made; `null` for who was answered here, or is gone
   */
  async function enter(request, response) {
    const gate = shareOf(request)
    const share = gate === 'readers' ? 'readers' : 'editors'
    const counted = asksForPart(request) ? null : (lent()?.count(request.headers, share) ?? null)
    if (counted !== null && counted.seconds !== null) {
      tally('limited', { kind: share })
      turnAway(request, response, 429, counted.seconds, counted)
      return null
    }
    const leave = await whileThere(response, (whenGone) => gates[gate].enter(whenGone))
    if (leave === null && !response.destroyed) {
      tally('shed', { kind: share })
      turnAway(request, response, 503, gates[gate].again, null)
    }
    return leave
  }

  /** @type {(request: Request, response: Response, status: 429 | 503, seconds: number, counted: Counted | null) => void} */
  function turnAway({ url = '/', method = 'GET' }, response, status, seconds, counted) {
    const { headers, text } = lent()?.tell(status, seconds, { url, method }) ?? BEFORE_ANY_PAGE
    if (counted !== null) say(response, counted)
    response
      .writeHead(status, { ...headers, 'retry-after': String(seconds), 'content-length': Buffer.byteLength(text) })
      .end(method === 'HEAD' ? undefined : text)
  }

  /** How many are let in and wait, by share. */
  const counts = () => ({
    readers: gates.readers.counts,
    editors: gates.editors.counts,
    signIn: gates.signIn.counts,
  })
  return { enter, counts, end }
}

/**
 * Waits for something as long as whoever asked is there, and listens for their going no longer than that.
 *
 * @template Value
 * @param {Response} response
 * @param {(whenGone: (gone: () => void) => void) => Value | Promise<Value>} wait
 */
async function whileThere(response, wait) {
  let hear = () => undefined
  const value = await wait((gone) => {
    hear = () => void gone()
    response.once('close', hear)
  })
  response.off('close', hear)
  return value
}

/**
 * How much one network may have is said where it is turned away, and nowhere else: what was made for it, others get too, from
 * here or from a cache on the way.
 *
 * @type {(response: Response, counted: Counted) => void}
 */
function say(response, { policy, state }) {
  response.setHeader('ratelimit-policy', policy)
  response.setHeader('ratelimit', state)
}

/** @type {Told} */
const BEFORE_ANY_PAGE = {
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  text: 'Too many ask for pages at this moment. Ask again in a few seconds.\n',
}
