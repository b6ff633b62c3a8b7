import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { pageMemory } from './page-memory.mjs'
import { scriptPolicy } from './page-policy.mjs'

/**
 * @typedef {import('next/dist/server/response-cache/types').IncrementalCacheValue} Value
 * @typedef {import('next/dist/server/lib/incremental-cache').CacheHandlerValue} Entry
 * @typedef {{ cacheControl?: Entry['cacheControl'] }} Context
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Beijing keeps UTC+8 all year. */
const BEIJING = 8 * HOUR

const PINNED_DAY = /\/r\/\d+\/(\d{4}-\d{2}-\d{2})\//

/** What a page that refuses says of itself: `<meta name="answer-status" content="404">` (components/refusal). */
const ANSWER_STATUS = /<meta name="answer-status" content="(\d{3})"\/?>/

/** What a page about a day that has not come yet says of itself: `<main id="main" data-future="">` (components/shell). */
const LIES_AHEAD = /<main\b[^>]*\sdata-future\b/

/** The address that a page was made for, in its key. */
const ADDRESS = /\/\$(\/.*)$/

/**
 * The page store: every finished page that may be kept, in memory, the least recently read leaving first when
 * the bytes run out. Nothing is written to disk and nothing is ever told to expire: a pinned page does not change.
 *
 * Three things happen here because only here the whole page is known before it is sent:
 * an answer that refuses gets its status and is not kept (an unpublished revision must not be remembered as
 * missing), every page gets the policy that allows its own inline scripts and no others, and a page about a day
 * that has not come yet is kept until the next midnight in Beijing, when "scheduled" may stop being true. What was begun
 * before that midnight and is finished after it says of a day that came that it lies ahead: it is not kept at all.
 */
export default class PageStore {
  /** @param {string} key @returns {Promise<Entry | null>} */
  async get(key) {
    const entry = pages().get(key)
    if (entry === undefined) return null
    if (entry.until === null || Date.now() < entry.until) return entry
    pages().delete(key)
    return null
  }

  /**
   * `value` is the very object that Next sends to the first reader: what is changed here, that reader gets too.
   *
   * @param {string} key
   * @param {Value | null} value
   * @param {Context} context
   */
  async set(key, value, context) {
    forgetLifetimes()
    if (value === null || (value.kind !== 'APP_PAGE' && value.kind !== 'APP_ROUTE')) return
    const now = Date.now()
    const until = goodUntil(key, now)
    const late = value.kind === 'APP_PAGE' && until === null && LIES_AHEAD.test(String(value.html))
    if (value.kind === 'APP_PAGE') {
      sealPage(value, key, { until, late })
      value.segmentData = undefined // pieces for a router that fetches links ahead: ours are plain links, and nobody asks
    }
    if (late || (value.status ?? 200) !== 200) {
      pages().delete(key)
      return
    }
    const entry = { lastModified: now, value, cacheControl: context.cacheControl, until }
    pages().set(key, entry, { size: sizeOf(key, value) })
  }

  /** Nothing depends on tags: they reach one process only. */
  revalidateTag() {
    return Promise.resolve()
  }
}

/** @returns {import('lru-cache').LRUCache<string, Entry & { until: number | null }>} */
function pages() {
  return pageMemory()
}

/** More lifetimes than this are not remembered; an entry carries its own, so nothing is lost with them. */
const LIFETIMES = 10_000

/** Next remembers the lifetime of every address it was ever asked for, good or invented: that is bounded here. */
function forgetLifetimes() {
  if (SharedCacheControls.cacheControls.size > LIFETIMES) SharedCacheControls.cacheControls.clear()
}

/**
 * Gives a finished page its status and its headers. Where the answer may be kept, one of them tells the server in front
 * (front/claim.mjs, which takes it off) for which address it was made, and until when it is good.
 *
 * Caches on the way do not keep what is good until midnight: they would give it while nobody answers, and so after it.
 *
 * @param {Extract<Value, { kind: 'APP_PAGE' }>} page
 * @param {string} key
 * @param {{ until: number | null, late: boolean }} good
 */
function sealPage(page, key, { until, late }) {
  const html = String(page.html)
  const refusal = ANSWER_STATUS.exec(html)
  if (refusal !== null) page.status = Number(refusal[1])
  const good = (page.status ?? 200) === 200 && !late
  const address = ADDRESS.exec(key)?.[1]
  const kept = until === null ? 'public, max-age=0, must-revalidate' : 'public, no-cache'
  page.headers = {
    ...page.headers,
    'content-security-policy': scriptPolicy(html),
    'cache-control': good ? kept : 'no-store',
    ...(good && address !== undefined ? { 'x-sluice-kept': `${encodeURI(address)} ${until ?? 'ever'}` } : {}),
    ...(page.status === 503 ? { 'retry-after': '30' } : {}),
  }
}

/**
 * The instant from which an answer may no longer be given, in milliseconds since 1970; `null` is never.
 *
 * @param {string} key
 * @param {number} now
 */
function goodUntil(key, now) {
  const day = PINNED_DAY.exec(key)?.[1]
  const beijing = now + BEIJING
  if (day === undefined || day <= new Date(beijing).toISOString().slice(0, 10)) return null
  return now + DAY - (beijing % DAY)
}

/**
 * Bytes that a kept answer takes, near enough: V8 keeps a text two bytes a sign as soon as one sign is beyond Latin-1, and in
 * every page one is.
 *
 * @param {string} key
 * @param {Extract<Value, { kind: 'APP_PAGE' | 'APP_ROUTE' }>} value
 */
function sizeOf(key, value) {
  if (value.kind === 'APP_ROUTE') return key.length + value.body.length + 512
  return key.length + 2 * value.html.length + (value.rscData?.length ?? 0) + 1024
}
