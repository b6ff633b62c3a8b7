import { type FeedPath, type FeedQuery, feedAddress, readFeedQuery } from '@/lib/contract/feed-address'
import { httpDate, readHttpDate } from '@/lib/contract/http-date'
import { holds } from '@/lib/contract/if-none-match'
import { siteOrigin } from '@/lib/contract/origin'
import { tellProblem } from '@/lib/contract/problem-details'
import { sayProblem } from '@/lib/contract/problem-words'
import { type Refusal, statusOf, titleOf } from '@/lib/contract/refusal'
import { entityTag } from '@/lib/formats/entity-tag'
import type { Result } from '@/lib/ledger/result'
import { failed } from '../failed'

/** A file that subscribers ask for again and again. `changed`: the instant since which it is as it is. */
export type Subscribed = { readonly text: string; readonly changed: string; readonly type: string }

/** Any site's script may read it, and nobody may use it without asking again: the next revision is in it at once. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, last-modified, retry-after',
  'cache-control': 'public, max-age=0, must-revalidate',
}

/** Answers for a feed or calendar: the file, that it is still the same, the one spelling of its address, or why not. */
export async function subscribed(
  request: Request,
  path: FeedPath,
  read: (query: FeedQuery, origin: string) => Promise<Result<Subscribed, Refusal>>,
): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const query = readFeedQuery(path, searchParams)
  if (!query.ok) return refuse(request, path, { problems: query.refusal, nearest: null })
  const address = feedAddress(path, query.value.followed, query.value.before)
  if (address !== asAsked(path, searchParams))
    return new Response(null, { status: 308, headers: { location: address } })
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  const file = await read(query.value, origin).catch(failed)
  return file.ok ? send(request, file.value) : refuse(request, path, file.refusal)
}

/** The address that was asked for. Commas may be written as such or as `%2C`: a server on the way may turn one into the other. */
function asAsked(path: FeedPath, params: URLSearchParams): string {
  const query = [...params].map(([name, value]) => `${name}=${value}`).join('&')
  return query === '' ? path : `${path}?${query}`
}

function send(request: Request, { text, changed, type }: Subscribed): Response {
  const etag = entityTag(text)
  const headers = { ...HEADERS, etag, 'last-modified': httpDate(new Date(changed)) }
  if (isHeld(request.headers, etag, new Date(changed))) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}

/** The day of the last change counts only where no tag was sent: a release may word the same revision anew. */
function isHeld(asked: Headers, etag: string, changed: Date): boolean {
  const tags = asked.get('if-none-match')
  if (tags !== null) return holds(tags, etag)
  const since = readHttpDate(asked.get('if-modified-since') ?? '')
  return since !== null && Math.floor(changed.getTime() / 1000) * 1000 <= since.getTime()
}

function refuse(request: Request, path: FeedPath, refusal: Refusal): Response {
  const { pathname, search } = new URL(request.url)
  const status = statusOf(refusal)
  const headers = {
    ...HEADERS,
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '30' } : {}),
  }
  if (path.endsWith('.json')) {
    const problem = JSON.stringify(tellProblem(refusal, `${pathname}${search}`))
    return new Response(problem, { status, headers: { ...headers, 'content-type': 'application/problem+json' } })
  }
  const words = [
    titleOf(refusal),
    ...refusal.problems.map(sayProblem),
    ...(refusal.nearest === null ? [] : [refusal.nearest]),
  ]
  return new Response(`${words.join('\n')}\n`, {
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  })
}
