import { FEED_PATHS } from '@/lib/contract/feed-address'
import { revisionsAt } from '../revisions'

export const dynamic = 'force-dynamic'

/** The corrections alone, as Atom. */
export function GET(request: Request): Promise<Response> {
  return revisionsAt(request, FEED_PATHS.correctionsAtom)
}
