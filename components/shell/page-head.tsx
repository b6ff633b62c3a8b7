import { FEED_PATHS } from '@/lib/contract/feed-address'
import { PREVIEW } from '@/lib/contract/image-address'
import { say } from '@/lib/contract/words/catalogue'

/** What a page says of itself to search engines, previews and readers of feeds. */
export type PageMetadata = {
  readonly title: string
  /** The answer in one paragraph, with its day and its revision. */
  readonly description: string
  readonly image: { readonly address: string; readonly alternative: string }
  /** The same page for each language, and where a reader of any other is led, as the address that means "now". */
  readonly languages: readonly { readonly tag: string; readonly address: string }[]
  readonly others: readonly { readonly type: string; readonly title: string; readonly address: string }[]
}

/** What can be followed from any page: what happened, what of it was our mistake, and which days come. */
function followed(): PageMetadata['others'] {
  return [
    { type: 'application/atom+xml', title: say('images.atom'), address: FEED_PATHS.atom },
    { type: 'application/feed+json', title: say('images.jsonFeed'), address: FEED_PATHS.json },
    { type: 'application/atom+xml', title: say('images.corrections'), address: FEED_PATHS.correctionsAtom },
    { type: 'text/calendar', title: say('images.calendar'), address: FEED_PATHS.calendar },
  ]
}

/**
 * What links and previews read, told beside the page: React moves it into the head. Next would make every address whole
 * with the name of the machine it runs on, and the page is kept for readers who know the site by another.
 */
export function PageHead({ title, description, image, others, languages }: PageMetadata) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:image" content={image.address} />
      <meta property="og:image:width" content={String(PREVIEW.width)} />
      <meta property="og:image:height" content={String(PREVIEW.height)} />
      <meta property="og:image:alt" content={image.alternative} />
      <meta name="twitter:card" content="summary_large_image" />
      {[...followed(), ...others].map((other) => (
        <link key={other.address} rel="alternate" type={other.type} title={other.title} href={other.address} />
      ))}
      {languages.map(({ tag, address }) => (
        <link key={tag} rel="alternate" hrefLang={tag} href={address} />
      ))}
    </>
  )
}
