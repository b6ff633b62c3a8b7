import { addressIn } from './language-address'
import { LANGUAGE_TAGS, LANGUAGES } from './words/language'

/** A page in each language, and where a reader of any other is led. Search engines follow whole addresses alone. */
export function inEachLanguage(
  origin: string,
  path: string,
): readonly { readonly tag: string; readonly address: string }[] {
  return [
    ...LANGUAGES.map((language) => ({
      tag: LANGUAGE_TAGS[language],
      address: `${origin}${addressIn(language, path)}`,
    })),
    { tag: 'x-default', address: `${origin}${addressIn(LANGUAGES[0], path)}` },
  ]
}

/** The same as links of a header `Link` (RFC 8288): of an answer to a request, which knows where its reader finds the site. */
export function languageLinks(origin: string, path: string): string {
  return inEachLanguage(origin, path)
    .map(({ tag, address }) => `<${address}>; rel="alternate"; hreflang="${tag}"`)
    .join(', ')
}
