// What of an error goes into the log: where it broke and on what, never the values that it broke over. Drivers put those into
// the message and beside it: `Key (email)=(…) already exists`.

/** Whoever is named by an address for letters, the log does not name. */
const LETTERS = /[^\s@"'`<>()=,;:]+@[^\s@"'`<>()=,;:]+/g

/** A line is read, not a page. */
const LONGEST = 400

/** How many causes are told: the one at the bottom is mostly the one. */
const DEEPEST = 4

/** How PostgreSQL tells the values that something broke over, at the end of its sentence: any of them may be a secret. */
const OF_VALUES = /(Key \(.*?\)=\(|invalid input [^:]*: ").*/

/**
 * A text without what names a person, on one line.
 *
 * @param {string} text
 */
export function withoutPeople(text) {
  const lines = text.split('\n').map((line) => line.trim())
  // Between the first and the last line of Prisma stands the question itself, with its values.
  const [first = '', ...rest] = lines.filter(Boolean)
  const last = rest.at(-1)
  const whole = last === undefined ? first : `${first} … ${last}`
  const line = whole.replace(OF_VALUES, '$1…').replaceAll(LETTERS, '[e-mail]')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/**
 * @typedef {{ type: string, message: string, stack: string[], code?: string, digest?: string, cause?: ToldError }} ToldError
 */

/**
 * @param {unknown} error
 * @returns {ToldError}
 */
export function toldError(error, depth = 0) {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPeople(String(error)), stack: [] }
  const { code, digest, cause } = /** @type {{ code?: unknown, digest?: unknown, cause?: unknown }} */ (error)
  return {
    type: error.name,
    message: withoutPeople(error.message),
    stack: framesOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof digest === 'string' ? { digest } : {}),
    ...(cause === undefined || depth >= DEEPEST ? {} : { cause: toldError(cause, depth + 1) }),
  }
}

/** Where it broke; the message stands in front of it in `stack`, and is not told a second time. */
/** @param {Error} error */
function framesOf({ stack = '' }) {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 20)
}
