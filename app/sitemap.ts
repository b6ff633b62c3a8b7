import type { MetadataRoute } from 'next'
import { headers } from 'next/headers'
import { addressIn } from '@/lib/contract/language-address'
import { inEachLanguage } from '@/lib/contract/language-links'
import { siteOrigin } from '@/lib/contract/origin'
import { LANGUAGES, type Language } from '@/lib/contract/words/language'
import { livePages } from '@/lib/reading/live-pages'

/** Every canonical address that means "now", in the newest revision and in each language, and the record as a whole. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const asked = await headers()
  const origin = siteOrigin(process.env, (name) => asked.get(name))
  const pages = await livePages()
  const inLanguage = (language: Language) =>
    pages.map((page) => ({ url: `${origin}${addressIn(language, page)}`, alternates: alternatesOf(page, origin) }))
  return [...LANGUAGES.flatMap(inLanguage), { url: `${origin}/data` }]
}

/** The same page in each language; readers of any other are led to the English one. */
function alternatesOf(page: string, origin: string) {
  return { languages: Object.fromEntries(inEachLanguage(origin, page).map(({ tag, address }) => [tag, address])) }
}
