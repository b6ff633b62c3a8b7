import 'server-only'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { Outcome } from '@/lib/contract/webhooks/outcome'
import { readTarget } from '@/lib/contract/webhooks/subscription'
import { isPrivateLiteral, publicLookup, type Resolve } from './public-address'

/** What a target answered, as far as anybody wants to know. */
export type Answer = {
  readonly outcome: Outcome
  readonly code: number | null
  /** The beginning of what it said, one line. */
  readonly excerpt: string
  /** Milliseconds it asked to be left alone for. */
  readonly retryAfter: number | null
}

export type PostSettings = {
  /** How long it may take in all, from looking its name up to the end of its answer. */
  readonly patienceMs: number
  /** Whether addresses that are not public, and http without TLS, are let through. */
  readonly allowPrivate: boolean
  /** Looks names up; the machine's own way when left out. */
  readonly resolve?: Resolve
}

/** So much of an answer is read at most, and so much of that is kept. */
const READ = 4_096
const KEPT = 200

type Message = { readonly url: string; readonly body: string; readonly headers: Readonly<Record<string, string>> }

/**
 * Sends a message to a target, once. Nobody follows a redirect, nothing is kept open, and the answer is read no further
 * than it takes to see what it is.
 *
 * @param stopping ends it at once.
 * @throws {Error} named `AbortError` when `stopping` ended it: then nobody knows whether it arrived.
 */
export async function post(
  { url: text, body, headers }: Message,
  { patienceMs, allowPrivate, resolve }: PostSettings,
  stopping: AbortSignal,
): Promise<Answer> {
  const url = new URL(text)
  const allowed = readTarget(text, allowPrivate).ok && (allowPrivate || !isPrivateLiteral(url.hostname))
  if (!allowed) return failed('not-allowed')

  const patience = AbortSignal.timeout(patienceMs)
  const signal = AbortSignal.any([patience, stopping])
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    signal,
    ...(allowPrivate ? {} : { lookup: publicLookup(resolve) }),
  } as const
  return new Promise((resolved, reject) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, options)
    let hasAnswered = false // what breaks afterwards is told by what was read
    request.once('response', (response) => {
      hasAnswered = true
      void beginningOf(response).then((said) => {
        request.destroy()
        if (stopping.aborted) reject(stopping.reason)
        else resolved(answered(response, said))
      })
    })
    request.on('error', (error) => {
      if (hasAnswered) return
      if (stopping.aborted) reject(stopping.reason)
      else resolved(failed(patience.aborted ? 'too-slow' : whyOf(error)))
    })
    request.end(body)
  })
}

/** Reads until the end, until it is enough, or until nobody has patience any more: what has come by then is what was said. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part)
      size += part.length
      if (size >= READ) break
    }
  } catch {
    // cut off: the status had come already, and it says what became of the message
  }
  return Buffer.concat(parts).subarray(0, READ).toString('utf8')
}

function answered({ statusCode = 0, headers }: IncomingMessage, said: string): Answer {
  const seconds = /^\d{1,9}$/.exec(headers['retry-after'] ?? '')?.[0]
  return {
    outcome: outcomeOf(statusCode),
    code: statusCode,
    excerpt: excerptOf(said),
    retryAfter: seconds === undefined ? null : Number(seconds) * 1000,
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'delivered'
  if (status >= 300 && status < 400) return 'redirected'
  return status === 410 ? 'gone' : 'refused'
}

/** Spaces in place of everything that is not seen, since it is shown in a page. */
function excerptOf(said: string): string {
  const line = said.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim()
  return [...line].slice(0, KEPT).join('')
}

function failed(outcome: Outcome): Answer {
  return { outcome, code: null, excerpt: '', retryAfter: null }
}

function whyOf(error: NodeJS.ErrnoException): Outcome {
  const code = error.code ?? ''
  if (code === 'ENOTPUBLIC') return 'not-allowed'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-host'
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code) ? 'not-trusted' : 'unreachable'
}
