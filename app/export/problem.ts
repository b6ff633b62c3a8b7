import { NextResponse } from 'next/server'
import { tellProblem } from '@/lib/contract/problem-details'
import type { Refusal } from '@/lib/contract/refusal'
import { statusOf } from '@/lib/contract/refusal'

/** Why there is no file, for the machine that asked (RFC 9457). */
export function problemResponse(
  refusal: Refusal,
  { pathname, search }: { readonly pathname: string; readonly search: string },
): NextResponse {
  const status = statusOf(refusal)
  return new NextResponse(JSON.stringify(tellProblem(refusal, `${pathname}${search}`)), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      ...(status === 503 ? { 'retry-after': String(secondsOf(refusal)) } : {}),
    },
  })
}

/** After how long it is worth asking again: a database that is away may be back in half a minute. */
function secondsOf({ problems: [problem] }: Refusal): number {
  return problem.why === 'busy' ? problem.seconds : 30
}
