import type { Told } from '@/lib/contract/api/told'
import { holds } from '@/lib/contract/if-none-match'
import { tellProblem } from '@/lib/contract/problem-details'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'
import { entityTag } from '@/lib/formats/entity-tag'
import type { Result } from '@/lib/ledger/result'
import { failed } from '../../failed'
import { ASK_AGAIN, FOR_EVER, JSON_TYPE, OPEN_TO_ALL, PROBLEM_TYPE } from './headers'

/** What a request comes to: values that were read for it, bytes that are there already, or an answer made elsewhere. */
export type Outcome =
  | { readonly is: 'told'; readonly told: Told }
  | { readonly is: 'bytes'; readonly text: string; readonly etag: string; readonly never: boolean }
  | { readonly is: 'made'; readonly status: 200 | 201; readonly value: object; readonly location: string }

/** The answer to a request, or why there is none; what broke is told to the machine in words and goes into the log whole. */
export async function replyTo(
  request: Request,
  origin: string,
  ask: () => Promise<Result<Outcome, Refusal>>,
): Promise<Response> {
  const outcome = await ask().catch(failed)
  return outcome.ok ? answer(request, origin, outcome.value) : problem(request, outcome.refusal)
}

/** What cannot be answered, in words (RFC 9457). Nobody may keep it: it may be answered the next moment. */
export function problem(
  request: Request,
  refusal: Refusal,
  more: { readonly [header: string]: string } = {},
): Response {
  const { pathname, search } = new URL(request.url)
  const status = statusOf(refusal)
  const waits = refusal.problems.flatMap((one) => (one.why === 'too-many-snapshots' ? [one.seconds] : []))
  const seconds = status === 503 ? 30 : waits[0]
  return new Response(JSON.stringify(tellProblem(refusal, `${pathname}${search}`)), {
    status,
    headers: {
      ...OPEN_TO_ALL,
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
      ...more,
    },
  })
}

function answer(request: Request, origin: string, outcome: Outcome): Response {
  switch (outcome.is) {
    case 'told':
      return told(request, origin, outcome.told)
    case 'bytes': {
      const { text, etag, never } = outcome
      return send(request, text, etag, { 'cache-control': never ? FOR_EVER : ASK_AGAIN })
    }
    case 'made': {
      // Not open to the scripts of other sites: see `preflight`.
      const headers = { 'content-type': JSON_TYPE, 'cache-control': 'no-store', location: outcome.location }
      return new Response(JSON.stringify(outcome.value), { status: outcome.status, headers })
    }
  }
}

function told(request: Request, origin: string, { value, revision, lastSeen, canonical }: Told): Response {
  const { text, etag } = written(value)
  return send(request, text, etag, {
    'cache-control': ASK_AGAIN,
    'x-sluice-revision': String(revision),
    ...(lastSeen ? { 'x-sluice-last-seen': 'true' } : {}),
    ...(canonical === null ? {} : { link: `<${origin}${canonical}>; rel="canonical"` }),
    ...(canonical !== null && !lastSeen ? keptFor(request, canonical) : {}),
  })
}

/**
 * Tells the server in front, which takes it off (lib/operating/front/claim.mjs), that this answer is given for ever at the
 * address that was asked for: that is the canonical one, in whatever order its fields were named.
 */
function keptFor(request: Request, canonical: string): { readonly [header: string]: string } {
  const { pathname, search, searchParams } = new URL(request.url)
  const ever = new URL(canonical, request.url)
  const same = pathname === ever.pathname && fieldsOf(searchParams) === fieldsOf(ever.searchParams)
  return same ? { 'x-sluice-kept': `${pathname}${search} ever` } : {}
}

function fieldsOf(query: URLSearchParams): string {
  return JSON.stringify([...query].sort(([one], [other]) => (one < other ? -1 : 1)))
}

const texts = new WeakMap<object, { readonly text: string; readonly etag: string }>()

/** The text of a value and its entity tag, written once for a value that is told again. */
function written(value: object) {
  const there = texts.get(value)
  if (there !== undefined) return there
  const text = JSON.stringify(value)
  const fresh = { text, etag: entityTag(text) }
  texts.set(value, fresh)
  return fresh
}

function send(request: Request, text: string, etag: string, own: { readonly [header: string]: string }): Response {
  const headers = { ...OPEN_TO_ALL, ...own, etag }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': JSON_TYPE } })
}
