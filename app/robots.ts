import type { MetadataRoute } from 'next'
import { headers } from 'next/headers'
import { siteOrigin } from '@/lib/contract/origin'

/** Crawlers keep to the addresses that mean "now": the pinned ones are endless. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const asked = await headers()
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/r/', '/zh/r/', '/api/', '/refused/', '/zh/refused/', '/search', '/zh/search'],
    },
    sitemap: `${siteOrigin(process.env, (name) => asked.get(name))}/sitemap.xml`,
  }
}
