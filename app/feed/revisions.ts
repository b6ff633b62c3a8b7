import type { FeedPath } from '@/lib/contract/feed-address'
import { atomFeed } from '@/lib/formats/atom'
import { jsonFeed } from '@/lib/formats/json-feed'
import { revisionFeed } from '@/lib/reading/feed'
import { subscribed } from './answer'

/** The feed of revisions, in the format that its address ends with. */
export function revisionsAt(request: Request, path: FeedPath): Promise<Response> {
  return subscribed(request, path, async (query, origin) => {
    const feed = await revisionFeed(path, query, origin)
    if (!feed.ok) return feed
    const isJson = path.endsWith('.json')
    const text = isJson ? jsonFeed(feed.value) : atomFeed(feed.value)
    const type = isJson ? 'application/feed+json; charset=utf-8' : 'application/atom+xml; charset=utf-8'
    return { ok: true, value: { text, type, changed: feed.value.updated } }
  })
}
