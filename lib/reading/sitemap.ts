import 'server-only'
import { addressIn } from '@/lib/contract/language-address'
import { inEachLanguage } from '@/lib/contract/language-links'
import { LANGUAGES } from '@/lib/contract/words/language'
import { type Located, sitemapFile, sitemapIndex } from '@/lib/formats/sitemap'

export const SITEMAP = '/sitemap.xml'

/** The protocol lets one file tell 50,000 addresses in 50 megabytes: with all languages of each, so many pages stay far below. */
export const PAGES_IN_A_FILE = 10_000

/**
 * Every canonical address that means "now", in each language, and the record as a whole: in one file where they are few, else
 * in numbered files that the first address lists.
 *
 * @param pages paths, as in English.
 * @param part which of the files, from 1 on; `null` for the address that crawlers begin with.
 * @returns `null` where there is no such file.
 */
export function sitemapOf(
  pages: readonly string[],
  origin: string,
  part: number | null,
  most: number = PAGES_IN_A_FILE,
): string | null {
  const parts = Math.max(1, Math.ceil(pages.length / most))
  if (part === null && parts > 1) {
    return sitemapIndex(Array.from({ length: parts }, (_, at) => `${origin}${SITEMAP}?part=${at + 1}`))
  }
  const number = part ?? 1
  if (number < 1 || number > parts) return null
  const own = pages.slice((number - 1) * most, number * most)
  const whole: readonly Located[] = number === parts ? [{ url: `${origin}/data`, alternates: [] }] : []
  return sitemapFile([...LANGUAGES.flatMap((language) => own.map((page) => located(page, language))), ...whole])

  function located(page: string, language: (typeof LANGUAGES)[number]): Located {
    return { url: `${origin}${addressIn(language, page)}`, alternates: inEachLanguage(origin, page) }
  }
}
