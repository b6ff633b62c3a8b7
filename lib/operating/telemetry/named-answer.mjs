import { faultPage, faultProblem } from './fault-page.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/** Fields that speak of bytes which are not sent. */
const OF_BYTES = ['content-length', 'content-encoding', 'content-type', 'etag', 'transfer-encoding', 'x-sluice-kept']

/**
 * Names the request on its answer (`x-request-id`): on errors, and on what is one reader's alone. What a cache may give to others
 * is named by nobody's request. A fault of ours says the name in words too, in place of whatever was written.
 *
 * @param {Request} request
 * @param {Response} response before anything was written
 * @param {{ id: string, url: string }} asked
 */
export function nameAnswer(request, response, { id, url }) {
  const { writeHead, write, end, flushHeaders } = response
  /** @type {Buffer[] | null | undefined} what was written of an answer that another takes the place of */
  let dropped

  const begin = (/** @type {number} */ status) => {
    if (dropped !== undefined) return
    dropped = null
    if (response.headersSent) return
    if (status >= 400 || !isShared(response)) response.setHeader('x-request-id', id)
    if (status === 500 && isWhole(request, url)) dropped = []
  }
  const drop = (/** @type {unknown} */ chunk) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) dropped?.push(Buffer.from(/** @type {any} */ (chunk)))
  }

  response.writeHead = /** @type {any} */ (
    (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
      begin(status)
      if (!dropped) return writeHead.call(response, status, ...rest)
      response.statusCode = status
      return response
    }
  )
  response.flushHeaders = () => {
    begin(response.statusCode)
    if (!dropped) flushHeaders.call(response)
  }
  response.write = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      begin(response.statusCode)
      if (!dropped) return /** @type {any} */ (write).apply(response, words)
      drop(words[0])
      return true
    }
  )
  response.end = /** @type {any} */ (
    (/** @type {any[]} */ ...words) => {
      begin(response.statusCode)
      if (!dropped) return /** @type {any} */ (end).apply(response, words)
      drop(words[0])
      const { type, text } = faultFor(url, id, Buffer.concat(dropped).toString())
      for (const name of OF_BYTES) response.removeHeader(name)
      const fields = { 'cache-control': 'no-store', 'content-type': type, 'content-length': Buffer.byteLength(text) }
      for (const [name, value] of Object.entries(fields)) response.setHeader(name, value)
      dropped = null
      writeHead.call(response, 500)
      return end.call(
        response,
        request.method === 'HEAD' ? undefined : text,
        words.find((word) => typeof word === 'function'),
      )
    }
  )
}

/**
 * @param {string} url
 * @param {string} id
 * @param {string} told
 */
export function faultFor(url, id, told) {
  return url.startsWith('/api/') ? faultProblem(told, id) : faultPage(url, id)
}

/** What any cache may keep, and give to others: and what this server itself keeps. */
/** @param {Response} response */
function isShared(response) {
  return response.hasHeader('x-sluice-kept') || /\bpublic\b/.test(String(response.getHeader('cache-control')))
}

/** Whether somebody asked for a page or for the API, and not the scripts of a page for a part of the next one. */
/** @param {Request} request @param {string} url */
function isWhole({ headers }, url) {
  if (url.startsWith('/api/')) return true
  return String(headers.accept).includes('text/html') && !headers['rsc'] && !headers['next-action']
}
