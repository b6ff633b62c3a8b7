import type { PageMetadata } from '@/components/shell/page-head'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { describedShortly, titleInFull } from '@/lib/contract/described'
import { fileAddress, suffixesOf } from '@/lib/contract/export-address'
import { imageAddress } from '@/lib/contract/image-address'
import { inEachLanguage } from '@/lib/contract/language-links'
import { say } from '@/lib/contract/words/catalogue'
import type { Heading } from '@/lib/reading/exhibit'
import type { Page } from '@/lib/reading/page'
import { pageTitle } from './page-title'

/**
 * @param origin of this site, or nothing where no operator has named it: then addresses are paths. The page is kept for
 * every reader, so it must not say what one reader's request did.
 */
export function pageMetadata(answer: Page, heading: Heading, origin: string): PageMetadata {
  const { lastSeen: _, ...coordinates } = answer.page.coordinates
  const page = addressOf(coordinates)
  const clocks = heading.clocks.join(' · ')
  const title = titleInFull({ ...heading, title: pageTitle(answer) })
  return {
    title,
    description: describedShortly(heading),
    image: { address: `${origin}${imageAddress(page)}`, alternative: say('images.alternative', { title, clocks }) },
    // A path would be taken for a mistake: where nobody has named this site, live addresses say it in a header (proxy.ts).
    languages: origin === '' ? [] : inEachLanguage(origin, liveAddress(coordinates)),
    others: [
      { type: 'application/json+oembed', title, address: `/api/oembed?url=${encodeURIComponent(`${origin}${page}`)}` },
      ...suffixesOf(coordinates.view)
        .filter((suffix) => suffix === 'csv' || suffix === 'json')
        .map((suffix) => ({
          type: suffix === 'csv' ? 'text/csv' : 'application/json',
          title: suffix.toUpperCase(),
          address: fileAddress(page, { suffix, table: null }),
        })),
    ],
  }
}
