import { after } from 'next/server'
import { tellProblem } from '@/lib/contract/problem-details'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'
import type { Result } from '@/lib/ledger/result'

type Problems = readonly [Problem, ...Problem[]]

const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
}

/** Reads a request's query, answers it as JSON, or says in words why not (RFC 9457). */
export async function reply<Query>(
  request: Request,
  read: (params: URLSearchParams) => Result<Query, Problems>,
  answer: (query: Query) => Promise<Result<object, Refusal>>,
): Promise<Response> {
  const url = new URL(request.url)
  const query = read(url.searchParams)
  if (!query.ok) return problem({ problems: query.refusal, nearest: null }, url)
  const answered = await answer(query.value).catch((error: unknown) => {
    after(() => Promise.reject(error)) // into the server's log; the machine is told in words
    return { ok: false as const, refusal: { problems: [{ why: 'broken' as const }] as const, nearest: null } }
  })
  return answered.ok ? tell(request, answered.value) : problem(answered.refusal, url)
}

/** What a browser asks before it lets another site's script read the answer. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN_TO_ALL,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'if-none-match',
      'access-control-max-age': '86400',
      allow: 'GET, HEAD, OPTIONS',
    },
  })
}

async function tell(request: Request, answer: object): Promise<Response> {
  const body = JSON.stringify(answer)
  const etag = `"${await digest(body)}"`
  const headers = { ...OPEN_TO_ALL, etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}

function problem(refusal: Refusal, { pathname, search }: URL): Response {
  const status = statusOf(refusal)
  return new Response(JSON.stringify(tellProblem(refusal, `${pathname}${search}`)), {
    status,
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': '30' } : {}),
    },
  })
}

async function digest(body: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  return btoa(String.fromCharCode(...new Uint8Array(bytes).slice(0, 18)))
}

/** A weak comparison, as RFC 9110 asks for: what a compressing proxy weakened is the same answer. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
