import { nearestResource } from '@/lib/contract/api/registry'
import { problem } from '../v1/reply'

export const dynamic = 'force-dynamic'

/** Whatever is asked below `/api` and is not there: a machine is told so in its own format, and what was most likely meant. */
function nothingHere(request: Request): Response {
  const path = new URL(request.url).pathname
  const nearest = nearestResource(path.split('/').slice(2))
  return problem(request, { problems: [{ why: 'no-such-resource', path, nearest }], nearest: null })
}

export const GET = nothingHere
export const HEAD = nothingHere
export const OPTIONS = nothingHere
export const POST = nothingHere
export const PUT = nothingHere
export const PATCH = nothingHere
export const DELETE = nothingHere
