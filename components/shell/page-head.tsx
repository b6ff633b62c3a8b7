import { PREVIEW } from '@/lib/contract/image-address'

/** What a page says of itself to search engines, previews and readers of feeds. */
export type PageMetadata = {
  readonly title: string
  /** The answer in one paragraph, with its day and its revision. */
  readonly description: string
  readonly image: { readonly address: string; readonly alternative: string }
  readonly others: readonly { readonly type: string; readonly title: string; readonly address: string }[]
}

/**
 * What links and previews read, told beside the page: React moves it into the head. Next would make every address whole
 * with the name of the machine it runs on, and the page is kept for readers who know the site by another.
 */
export function PageHead({ title, description, image, others }: PageMetadata) {
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
      {others.map((other) => (
        <link key={other.type} rel="alternate" type={other.type} title={other.title} href={other.address} />
      ))}
    </>
  )
}
