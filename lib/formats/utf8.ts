import { ok, type Result, refused } from '@/lib/ledger/result'

/** Why bytes are no text in UTF-8: another encoding, or a line (counted from 1) that cannot be read. */
export type Utf8Fault =
  | { readonly why: 'utf-16' }
  | { readonly why: 'not-text' }
  | { readonly why: 'not-utf-8'; readonly line: number }

const NEWLINE = 0x0a

/** A text in UTF-8, with or without a byte order mark; nothing is guessed and no character is replaced. */
export function readUtf8(bytes: Uint8Array): Result<string, Utf8Fault> {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return refused({ why: 'utf-16' })
  if (bytes.includes(0)) return refused({ why: 'not-text' })
  const text = decoded(bytes)
  return text === null ? refused({ why: 'not-utf-8', line: brokenLine(bytes) }) : ok(text)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** No character of UTF-8 but the newline itself holds its byte, so lines can be tried one by one. */
function brokenLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end === -1 ? bytes.length : end
    if (decoded(bytes.subarray(from, to)) === null) return line
    from = to + 1
  }
  return line
}
