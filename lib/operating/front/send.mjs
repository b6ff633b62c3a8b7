import { encodingFor } from './compressed.mjs'

/**
 * Sends what is kept: not at all to who holds it already, without its bytes to who asks for its head.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {import('./kept.mjs').Kept} kept
 */
export function send({ method, headers }, response, { head, body }) {
  // The values of a field that is there more than once stay together: said one by one, each would take the other's place.
  const fields = [...head.fields, /** @type {[string, string]} */ (['etag', head.tag])]
  if (holds(headers['if-none-match'], head.tag)) {
    response.writeHead(304, fields.flat()).end()
    return
  }
  const encoding = encodingFor(/** @type {string | undefined} */ (headers['accept-encoding']))
  const bytes = body.as(encoding)
  const finish = (/** @type {Buffer} */ form) => {
    if (encoding !== 'identity') fields.push(['content-encoding', encoding])
    fields.push(['content-length', String(form.length)])
    response.writeHead(200, fields.flat()).end(method === 'HEAD' ? undefined : form)
  }
  if (bytes instanceof Promise) bytes.then(finish, (error) => response.destroy(error))
  else finish(bytes)
}

/**
 * Whether who asks holds this very answer. The comparison is weak, as RFC 9110 asks for of `If-None-Match`.
 *
 * @param {string | undefined} given the header
 * @param {string} tag
 */
export function holds(given, tag) {
  if (given === undefined) return false
  const strong = tag.replace(/^W\//, '')
  return given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === strong)
}
