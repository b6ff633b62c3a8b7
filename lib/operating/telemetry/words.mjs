/**
 * Lines of the log in words, for who sits at a terminal: `GET /r/:x/:x/matrix 200 in 12 ms (name of the request)`.
 *
 * @param {{ write: (text: string) => unknown }} output
 */
export function wordsTo(output) {
  return { write: (/** @type {string} */ line) => output.write(`${inWords(JSON.parse(line))}\n`) }
}

/** @param {{ [name: string]: any }} line */
function inWords({ level, msg, err, method, route, status, ms, request }) {
  if (msg === 'request')
    return `${method} ${route} ${status} in ${ms} ms${request === undefined ? '' : ` (${request})`}`
  const where = err === undefined ? '' : `\n  ${[`${err.type}: ${err.message}`, ...err.stack].join('\n  ')}`
  return `${level}: ${msg}${where}`
}
