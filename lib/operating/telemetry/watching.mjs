import { asking } from './log.mjs'
import { counted } from './metrics.mjs'
import { faultFor, nameAnswer } from './named-answer.mjs'
import { requestIdOf } from './request-id.mjs'
import { kindOf, shapeOf } from './route-shape.mjs'
import { tally } from './tallies.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response) => Promise<void>} Answer
 * @typedef {import('./log.mjs').Asked} Asked
 * @typedef {{ log: import('pino').Logger, lines: 'computed' | 'all' | 'none', trusted: boolean,
 *   spans: { around: (request: Request, response: Response, asked: Asked, work: () => Promise<void>) => Promise<void> } | null }} Watch
 * @typedef {{ began: number, method: string, url: string, asked: Asked | null,
 *   tell: (response: Response, watch: Watched) => void }} Watched the request as it came: what stands in front of the pages
 *   rewrites some of it
 */

const WATCHED = Symbol('watched')

/** So many may wait for the end of one answer, here, in front and in the framework: they go with it, and none is a leak. */
const LISTENERS = 50

/** What next.config.ts says on every page, and nobody has said yet where it broke in front of the pages. */
const AS_PAGES = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** @param {Response} response @returns {Watched | undefined} */
const watchedOf = (response) => /** @type {any} */ (response)[WATCHED]

/**
 * Counts and times every request, and logs as many as the operator wants.
 *
 * @param {Answer} answer
 * @param {Watch} watch
 * @returns {Answer}
 */
export function watched(answer, { log, lines }) {
  /** @type {(response: Response, watch: Watched) => void} */
  function tell(response, { began, method, url, asked }) {
    const gone = response.destroyed && !response.writableFinished
    const status = gone ? 'gone' : response.statusCode
    const ms = performance.now() - began
    const how = asked !== null ? 'computed' : response.statusCode < 400 ? 'kept' : 'refused'
    const kind = kindOf(url)
    if (status === 500) counted('faults', { kind })
    tally(kind, status, how, ms)
    if (lines === 'none' || (lines === 'computed' && how !== 'computed')) return
    const { id: request, route } = asked ?? { id: undefined, route: shapeOf(url) }
    log.info({ request, method, route, kind, status, answered: how, ms: Math.round(ms * 10) / 10 }, 'request')
  }
  return async (request, response) => {
    const { method = '', url = '' } = request
    /** @type {Watched} */
    const watch = { began: performance.now(), method, url, asked: null, tell }
    const mine = /** @type {any} */ (response)
    mine[WATCHED] = watch
    try {
      await answer(request, response)
    } catch (error) {
      // What broke in front of the pages is told when its reader was: until then it has no status.
      if (watch.asked === null && !response.destroyed) response.once('close', () => tell(response, watch))
      else if (watch.asked === null) tell(response, watch)
      throw error
    }
    // What is kept is sent by now; of the others the end is waited for.
    if (watch.asked === null) tell(response, watch)
  }
}

/**
 * Gives a name to every request that is not answered from what is kept: its answer says it where it is one reader's alone, and
 * so does whatever is logged meanwhile.
 *
 * @param {Answer} next
 * @param {Watch} watch
 * @returns {Answer}
 */
export function computing(next, { trusted, spans }) {
  return (request, response) => {
    const { method, url } = watchedOf(response) ?? { method: request.method ?? '', url: request.url ?? '' }
    const asked = { id: requestIdOf(request, trusted), method, route: shapeOf(url) }
    const watch = watchedOf(response)
    if (watch !== undefined) {
      watch.asked = asked
      response.once('close', () => watch.tell(response, watch))
    }
    response.setMaxListeners(LISTENERS)
    nameAnswer(request, response, { id: asked.id, url })
    const work = () => next(request, response)
    return asking.run(asked, () => (spans === null ? work() : spans.around(request, response, asked, work)))
  }
}

/**
 * Answers a request whose answer broke: the fault goes into the log, and its name to the reader.
 *
 * @param {Request} request
 * @param {Response} response
 * @param {unknown} error
 */
export function answerFault(request, response, error) {
  const watch = watchedOf(response)
  const id = watch?.asked?.id ?? requestIdOf(request, false)
  const asked = watch?.asked ?? { id, method: '', route: shapeOf(request.url ?? '') }
  asking.run(asked, () => console.error(error))
  if (response.headersSent) {
    response.end()
    return
  }
  const { type, text } = faultFor(watch?.url ?? request.url ?? '', id, '')
  const fields = {
    'cache-control': 'no-store',
    'content-type': type,
    'x-request-id': id,
    ...AS_PAGES,
  }
  for (const [name, value] of Object.entries(fields)) response.setHeader(name, value)
  response.writeHead(500).end(text)
}
