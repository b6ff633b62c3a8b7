import * as z from 'zod'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { ApiProblem } from './problem'

/**
 * Where a page of a list ended: which list, at which revision, narrowed by what, and the last key on it. A list that is
 * paged through by cursors is read at one revision from its first page to its last, whatever is published meanwhile.
 */
export type Cursor = {
  readonly list: string
  readonly revision: number
  /** The filters of the list, as they were asked. */
  readonly where: { readonly [field: string]: string }
  readonly after: string
}

const shape = z.strictObject({
  l: z.string(),
  r: z.int().positive(),
  w: z.record(z.string(), z.string()),
  a: z.string(),
})

/** A cursor as it travels: letters, digits, `-` and `_` alone. What is in it may change; nobody should look inside. */
export function writeCursor({ list, revision, where, after }: Cursor): string {
  const text = JSON.stringify({ l: list, r: revision, w: where, a: after })
  return toBase64Url(`${checkOf(text)}${text}`)
}

/** Reads a cursor that this record gave out for the same list; one with a single sign changed is refused. */
export function readCursor(value: string, list: string): Result<Cursor, ApiProblem> {
  const text = fromBase64Url(value)
  const json = text?.slice(CHECK_LENGTH) ?? ''
  if (text === null || text.slice(0, CHECK_LENGTH) !== checkOf(json)) return refused({ why: 'malformed-cursor' })
  const parsed = shape.safeParse(parseOrNull(json))
  if (!parsed.success) return refused({ why: 'malformed-cursor' })
  const { l, r, w, a } = parsed.data
  return l === list ? ok({ list: l, revision: r, where: w, after: a }) : refused({ why: 'foreign-cursor', list })
}

const CHECK_LENGTH = 8

/** FNV-1a over 32 bits: it tells slips and curiosity, not malice. A forged cursor leads to a public page of a public list. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(CHECK_LENGTH, '0')
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

function fromBase64Url(value: string): string | null {
  try {
    const text = atob(value.replaceAll('-', '+').replaceAll('_', '/'))
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))
    return toBase64Url(read) === value ? read : null
  } catch {
    return null
  }
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
