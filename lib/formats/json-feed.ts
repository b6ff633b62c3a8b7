import { generateJsonFeed } from 'feedsmith'
import { writableIn } from '@/lib/ledger/writable'
import type { FeedDocument, FeedEntry } from './feed'

/** A feed as JSON Feed 1.1. What that has no name for stands under `_sluice`, as it allows. */
export function jsonFeed(feed: FeedDocument): string {
  const { id, title, subtitle, rights, language, home, self, older, updated, entries } = writableIn(feed)
  const written = generateJsonFeed({
    title,
    description: subtitle,
    home_page_url: home,
    feed_url: self,
    ...(older === null ? {} : { next_url: older }),
    language,
    authors: [{ name: 'Sluice' }],
    items: entries.map(itemOf),
  })
  // A feed without items is one too; the writer leaves empty lists out.
  return `${JSON.stringify({ ...(written as object), _sluice: { id, updated, rights }, ...noItems(entries) }, null, 2)}\n`
}

function noItems(entries: readonly unknown[]) {
  return entries.length === 0 ? { items: [] } : {}
}

function itemOf({ id, title, summary, html, published, updated, author, category, pinned, ...about }: FeedEntry) {
  const { revision, hash, live } = about
  return {
    id,
    url: pinned,
    title,
    summary,
    content_html: html,
    date_published: new Date(published),
    date_modified: new Date(updated),
    authors: [{ name: author }],
    tags: [category.term],
    _sluice: { revision, hash, kind: category.term, live },
  }
}
