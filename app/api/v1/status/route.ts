import { readStatusQuery } from '@/lib/contract/query'
import { readStatus } from '@/lib/reading/cells'
import { preflight, reply } from '../reply'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return reply(request, readStatusQuery, readStatus)
}

export function OPTIONS(): Response {
  return preflight()
}
