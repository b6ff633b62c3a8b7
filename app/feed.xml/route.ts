import { FEED_PATHS } from '@/lib/contract/feed-address'
import { revisionsAt } from '../feed/revisions'

export const dynamic = 'force-dynamic'

/** The feed of revisions as Atom. */
export function GET(request: Request): Promise<Response> {
  return revisionsAt(request, FEED_PATHS.atom)
}
