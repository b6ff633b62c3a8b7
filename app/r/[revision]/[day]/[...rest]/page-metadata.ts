import { addressOf } from '@/lib/contract/address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { fileAddress, suffixesOf } from '@/lib/contract/export-address'
import { FEED_PATHS } from '@/lib/contract/feed-address'
import { imageAddress } from '@/lib/contract/image-address'
import { say } from '@/lib/contract/words/catalogue'
import { shortened } from '@/lib/contract/words/shortened'
import type { Page } from '@/lib/reading/page'
import { pageTitle } from './page-title'

/** What a page says of itself to search engines, previews and readers of feeds. */
export type PageMetadata = {
  readonly title: string
  /** The answer in one paragraph, with its day and its revision. */
  readonly description: string
  readonly image: { readonly address: string; readonly alternative: string }
  readonly others: readonly { readonly type: string; readonly title: string; readonly address: string }[]
}

/** What search engines show of a description. */
const MOST = 200

/**
 * @param origin of this site, or nothing where no operator has named it: then addresses are paths. The page is kept for
 * every reader, so it must not say what one reader's request did.
 */
export function pageMetadata(answer: Page, exhibit: Exhibit, origin: string): PageMetadata {
  const { lastSeen: _, ...coordinates } = answer.page.coordinates
  const page = addressOf(coordinates)
  const clocks = exhibit.clocks.join(' · ')
  const title = pageTitle(answer)
  return {
    title,
    description: describedIn(exhibit),
    image: { address: `${origin}${imageAddress(page)}`, alternative: say('images.alternative', { title, clocks }) },
    others: [
      { type: 'application/atom+xml', title: say('images.atom'), address: FEED_PATHS.atom },
      { type: 'application/feed+json', title: say('images.jsonFeed'), address: FEED_PATHS.json },
      { type: 'application/json+oembed', title, address: `/api/oembed?url=${encodeURIComponent(`${origin}${page}`)}` },
      ...suffixesOf(coordinates.view.name)
        .filter((suffix) => suffix === 'csv' || suffix === 'json')
        .map((suffix) => ({
          type: suffix === 'csv' ? 'text/csv' : 'application/json',
          title: suffix.toUpperCase(),
          address: fileAddress(page, { suffix, table: null }),
        })),
    ],
  }
}

/** The description and, whatever else must go, the clocks: a sentence about the law without its day is worth nothing. */
function describedIn({ description, clocks }: Exhibit): string {
  const [law = ''] = clocks
  const revision = clocks[2] ?? ''
  const told = say('images.clocks', { law, revision })
  return say('images.described', { text: shortened(description, MOST - told.length - 1), clocks: told })
}
