import { ok, type Result, refused } from '@/lib/ledger/result'
import { materialKey, recordKey } from '../key'
import { isEventKind } from './kinds'
import type { Subscription, WebhookRefusal } from './refusal'

/** What was typed and ticked. Keys stand in one line, apart by commas or spaces. */
export type TypedSubscription = {
  readonly url: string
  readonly description: string
  readonly kinds: readonly string[]
  readonly materials: string
  readonly regimes: string
}

const LONGEST = { url: 2_000, description: 200 }

/** What no line has in it: ends of lines, control characters, and signs that hide or turn round what stands beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * Reads what a webhook shall be, or says everything that is wrong with it. Whether keys stand in the record, and whether the
 * host is public, is asked elsewhere.
 *
 * @param allowHttp whether the configuration lets go without TLS.
 */
export function readSubscription(
  typed: TypedSubscription,
  allowHttp: boolean,
): Result<Subscription, readonly WebhookRefusal[]> {
  const url = readTarget(typed.url, allowHttp)
  const description = typed.description.trim()
  const kinds = typed.kinds.filter(isEventKind)
  const wrong: WebhookRefusal[] = url.ok ? [] : [url.refusal]
  if (description === '' || description.length > LONGEST.description || UNSEEN.test(description))
    wrong.push({ why: 'no-description' })
  if (kinds.length === 0) wrong.push({ why: 'no-kind' })
  if (!url.ok || wrong.length > 0) return refused(wrong)
  return ok({
    url: url.value,
    description,
    kinds,
    materials: keysIn(typed.materials, materialKey),
    regimes: keysIn(typed.regimes, recordKey),
  })
}

/** Reads where events shall go: an https address without a name and a password in it. A fragment is never sent, so it goes. */
export function readTarget(text: string, allowHttp: boolean): Result<string, WebhookRefusal> {
  const typed = text.trim()
  if (typed === '') return refused({ why: 'no-url' })
  if (typed.length > LONGEST.url || UNSEEN.test(typed) || !URL.canParse(typed)) return refused({ why: 'not-a-url' })
  const url = new URL(typed)
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:')) return refused({ why: 'not-https' })
  if (url.username !== '' || url.password !== '') return refused({ why: 'url-has-credentials' })
  url.hash = ''
  return ok(url.href)
}

/** A word that is no key stays as it is: it is told that it stands nowhere. */
function keysIn(text: string, read: (word: string) => string | null): readonly string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  return [...new Set(words.map((word) => read(word) ?? word))]
}
