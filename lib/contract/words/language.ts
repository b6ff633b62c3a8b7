/** The languages of readers' pages. What leaves the site (files, snapshots, feeds, answers for machines) speaks English. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** As HTML, HTTP and screen readers name them. */
export const LANGUAGE_TAGS = { en: 'en', zh: 'zh-Hans' } as const satisfies { readonly [language in Language]: string }

let spoken: () => Language = () => 'en'

/**
 * The language in which words are asked for just now. English, unless whoever makes a page has said otherwise: see
 * `app/language`.
 */
export function language(): Language {
  return spoken()
}

/** Tells where to look up the language that is spoken. The room that makes pages calls it once, when it is loaded. */
export function speakBy(source: () => Language): void {
  spoken = source
}
