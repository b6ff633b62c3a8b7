import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * A JSON value as RFC 8785 writes it: keys sorted, no blanks, numbers and texts in one way only. Equal values give equal
 * bytes, on every machine and for ever.
 *
 * @throws {TypeError} when the value is no JSON value, such as `undefined` or a function.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalized(value)
  if (text === undefined) throw new TypeError(`not a JSON value: ${String(value)}`)
  return text
}

function canonicalized(value: unknown): string | undefined {
  try {
    return canonicalize(value)
  } catch (error) {
    throw new TypeError(`not a JSON value: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

/** SHA-256 of the canonical JSON in UTF-8, as lower-case hexadecimal. */
export function digestOf(value: unknown): string {
  return digestOfText(canonicalJson(value))
}

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
