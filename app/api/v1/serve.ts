import type { Operation } from '@/lib/contract/api/operation'
import { API } from '@/lib/contract/api/operation'
import { nearestResource, operationsAt } from '@/lib/contract/api/registry'
import { siteOrigin } from '@/lib/contract/origin'
import { readQuery } from '@/lib/contract/query'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import type { Result } from '@/lib/ledger/result'
import { answererOf } from './answers'
import { OPEN_TO_ALL } from './headers'
import { problem, replyTo } from './reply'

/** Answers a request to the API, whatever its method and path. */
export async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const segments = segmentsOf(pathname)
  const matched = segments === null ? null : operationsAt(segments)
  if (matched === null) {
    return problem(
      request,
      refusalOf({ why: 'no-such-resource', path: pathname, nearest: nearestResource(segments ?? []) }),
    )
  }

  const { operations, parameters } = matched
  if (request.method === 'OPTIONS') return preflight(operations)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const operation = operations.find((one) => one.method === method)
  if (operation === undefined) {
    const allowed = methodsOf(operations).join(', ')
    const refusal = refusalOf({ why: 'wrong-method', method: request.method, path: pathname, allowed })
    return problem(request, refusal, { allow: allowed })
  }

  const asked = readAsked(operation, parameters, new URL(request.url).searchParams)
  if (!asked.ok) return problem(request, asked.refusal)
  const origin = siteOrigin(process.env, (name) => request.headers.get(name))
  return replyTo(request, origin, async () => answererOf(operation)({ asked: asked.value, origin, request }))
}

/** The decoded segments of a path below `/api/v1`; `null` for one that cannot be decoded. */
function segmentsOf(pathname: string): readonly string[] | null {
  try {
    return pathname
      .slice(API.length)
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

/** All that is wrong with path and query is told at once. */
function readAsked(
  operation: Operation,
  parameters: { readonly [name: string]: string },
  query: URLSearchParams,
): Result<object, Refusal> {
  const path = readQuery(operation.parameters, new URLSearchParams(parameters))
  const fields = readQuery(operation.query, query)
  const [first, ...others] = [...(path.ok ? [] : path.refusal), ...(fields.ok ? [] : fields.refusal)]
  if (path.ok && fields.ok) return { ok: true, value: { ...path.value, ...fields.value } }
  return { ok: false, refusal: { problems: [first as Problem, ...others], nearest: null } }
}

function methodsOf(operations: readonly Operation[]): readonly string[] {
  return [...operations.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS']
}

/**
 * What a browser asks before it lets another site's script do something. Reading is open to all; making a snapshot is not:
 * a busy site could have its readers' browsers fill our store, and what was once opened cannot be closed again.
 */
function preflight(operations: readonly Operation[]): Response {
  const methods = methodsOf(operations)
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN_TO_ALL,
      'access-control-allow-methods': methods.filter((method) => method !== 'POST').join(', '),
      'access-control-allow-headers': 'if-none-match',
      'access-control-max-age': '86400',
      allow: methods.join(', '),
    },
  })
}

function refusalOf(one: Problem): Refusal {
  return { problems: [one], nearest: null }
}
