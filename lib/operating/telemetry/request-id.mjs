import { randomUUID } from 'node:crypto'

/** Letters, digits and dashes alone: it goes into a log, a header and a page as it is. */
const ID = /^[A-Za-z0-9-]{8,64}$/

/** A trace as who stands in front names it: https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/**
 * The name of one request: what a trusted proxy calls it, where that is well-formed, or the trace it belongs to; else a new one.
 * Anybody may send these headers, so nobody else is believed.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {boolean} trusted whether a proxy of the operator stands in front
 * @returns {string}
 */
export function requestIdOf({ headers }, trusted) {
  if (!trusted) return randomUUID()
  const given = headers['x-request-id']
  if (typeof given === 'string' && ID.test(given)) return given
  return TRACEPARENT.exec(String(headers['traceparent'] ?? ''))?.[1] ?? randomUUID()
}
