import type { MetadataRoute } from 'next'
import { headers } from 'next/headers'
import { siteOrigin } from '@/lib/contract/origin'
import { livePages } from '@/lib/reading/live-pages'

/** Every canonical address that means "now", in the newest revision, and the record as a whole. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const asked = await headers()
  const origin = siteOrigin(process.env, (name) => asked.get(name))
  return [...(await livePages()), '/data'].map((address) => ({ url: `${origin}${address}` }))
}
