import { after } from 'next/server'
import type { Refusal } from '@/lib/contract/refusal'
import { refusedUnread, whyUnread } from '@/lib/reading/unread'

/**
 * What is answered where an answer failed on the way: that the record cannot be read just now, wherever it was asked for, or that
 * something broke. What broke goes into the server's log whole; whoever asked is told in words.
 */
export function failed(error: unknown): { readonly ok: false; readonly refusal: Refusal } {
  const unread = whyUnread(error)
  if (unread !== null) return { ok: false, refusal: refusedUnread(unread, null) }
  logged(error)
  return { ok: false, refusal: { problems: [{ why: 'broken' }], nearest: null } }
}

/** Writes what broke into the server's log, when the answer has been given; that the record is away is nothing that broke. */
export function logged(error: unknown): void {
  if (whyUnread(error) === null) after(() => Promise.reject(error))
}
