/** A feed as values: every address whole, every sentence said, every instant in UTC as `toISOString` writes it. */
export type FeedDocument = {
  /** The same wherever the feed is served from. */
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly rights: string
  readonly language: string
  readonly updated: string
  /** The page for people that the feed belongs to. */
  readonly home: string
  /** This page of the feed, and its neighbours (RFC 5005 calls the older ones `next`); `null` where there is none. */
  readonly self: string
  readonly first: string
  readonly last: string
  readonly older: string | null
  readonly newer: string | null
  readonly entries: readonly FeedEntry[]
}

export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** The same as `summary` and more, as HTML of our own making. */
  readonly html: string
  readonly published: string
  readonly updated: string
  readonly author: string
  readonly category: { readonly term: string; readonly label: string }
  /** The page that says the same for ever, and the one that also knows what came of it. */
  readonly pinned: string
  readonly live: string
  readonly revision: number
  readonly hash: string
}
