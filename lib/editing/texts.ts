import type { EditRefusal, TextField } from '@/lib/contract/edit/refusal'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { isWritable } from '@/lib/ledger/writable'

/** How long the texts beside the record may be, in characters. */
const LIMITS: { readonly [field in TextField]: number } = {
  title: 200,
  reason: 10_000,
  words: 10_000,
  why: 2_000,
  key: 200,
}

/** What PostgreSQL cannot keep: the character zero, and halves of characters outside the basic plane. */
const UNREADABLE = /\0|\p{Surrogate}/u

/**
 * A text as it will be kept: without blanks around it. Refused when it is missing, too long, or holds a sign that no feed
 * could tell: what is published is never taken back.
 */
export function textFor(
  field: TextField,
  typed: string,
  need: 'needed' | 'may-be-empty' = 'needed',
): Result<string, EditRefusal> {
  const text = typed.trim()
  const limit = LIMITS[field]
  if (text === '' && need === 'needed') return refused({ why: 'text-missing', field })
  if (text.length > limit) return refused({ why: 'text-too-long', field, limit, length: text.length })
  if (!isWritable(text)) return refused({ why: 'text-unreadable', field })
  return ok(text)
}

/** The path of the first text in a JSON value that cannot be kept, `null` when there is none. */
export function unreadableIn(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return UNREADABLE.test(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${name}]` : `${path}${path === '' ? '' : '.'}${name}`
    if (UNREADABLE.test(name)) return path === '' ? '?' : path
    const found = unreadableIn(inner, place)
    if (found !== null) return found
  }
  return null
}

/** A text that was quoted, as it can be kept: what cannot be stands as the mark of a missing character. */
export function keepable(text: string): string {
  return text.replaceAll(new RegExp(UNREADABLE, 'gu'), '\u{fffd}')
}

/** Whether an address or a form names something by an id at all; what a form is bound to may have been forged. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
