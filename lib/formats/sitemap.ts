/** An address that crawlers are told of, and the same page in each language. */
export type Located = {
  readonly url: string
  readonly alternates: readonly { readonly tag: string; readonly address: string }[]
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Addresses as a sitemap (sitemaps.org 0.9). Of one file no more than 50,000 addresses are read. */
export function sitemapFile(located: readonly Located[]): string {
  const entries = located.map(({ url, alternates }) => {
    const links = alternates.map(
      ({ tag, address }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${escaped(address)}" />\n`,
    )
    return `<url>\n<loc>${escaped(url)}</loc>\n${links.join('')}</url>\n`
  })
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`
}

/** Addresses of sitemaps, which together are one. */
export function sitemapIndex(files: readonly string[]): string {
  const entries = files.map((url) => `<sitemap>\n<loc>${escaped(url)}</loc>\n</sitemap>\n`)
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

const NAMED: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? sign)
}
