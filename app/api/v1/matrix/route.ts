import { readMatrixQuery } from '@/lib/contract/query'
import { readMatrix } from '@/lib/reading/cells'
import { preflight, reply } from '../reply'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return reply(request, readMatrixQuery, readMatrix)
}

export function OPTIONS(): Response {
  return preflight()
}
