import { generateAtomFeed } from 'feedsmith'
import { writableIn } from '@/lib/ledger/writable'
import type { FeedDocument, FeedEntry } from './feed'

/** A feed as Atom (RFC 4287), with links to its older and newer pages (RFC 5005). */
export function atomFeed(feed: FeedDocument): string {
  const { id, title, subtitle, rights, language, updated, entries } = writableIn(feed)
  return generateAtomFeed(
    {
      id,
      title: { value: title },
      subtitle: { value: subtitle },
      rights: { value: rights },
      updated: new Date(updated),
      generator: { text: 'Sluice' },
      xml: { lang: language },
      links: linksOf(feed),
      entries: entries.map(entryOf),
    },
    { strict: true },
  )
}

const ATOM = 'application/atom+xml'

function linksOf({ self, home, first, last, older, newer }: FeedDocument) {
  return [
    { rel: 'self', href: self, type: ATOM },
    { rel: 'alternate', href: home, type: 'text/html' },
    { rel: 'first', href: first, type: ATOM },
    ...(newer === null ? [] : [{ rel: 'previous', href: newer, type: ATOM }]),
    ...(older === null ? [] : [{ rel: 'next', href: older, type: ATOM }]),
    { rel: 'last', href: last, type: ATOM },
  ]
}

function entryOf({ id, title, summary, html, published, updated, author, category, pinned, live }: FeedEntry) {
  return {
    id,
    title: { value: title },
    summary: { value: summary },
    content: { type: 'html', value: html },
    published: new Date(published),
    updated: new Date(updated),
    authors: [{ name: author }],
    categories: [{ term: category.term, label: category.label, scheme: 'urn:sluice:kind-of-revision' }],
    links: [
      { rel: 'alternate', href: pinned, type: 'text/html' },
      { rel: 'related', href: live, type: 'text/html' },
    ],
  }
}
