/** The languages of readers' pages. What leaves the site (files, snapshots, feeds, answers for machines) speaks English. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** As HTML, HTTP and screen readers name them. */
export const LANGUAGE_TAGS = { en: 'en', zh: 'zh-Hans' } as const satisfies { readonly [language in Language]: string }

let spoken: () => Language = () => 'en'
let only: Language | null = null

/**
 * The language in which words are asked for just now. English, unless whoever makes a page has said otherwise: see
 * `app/language`.
 */
export function language(): Language {
  return only ?? spoken()
}

/** Tells where to look up the language that is spoken. The room that makes pages calls it once, when it is loaded. */
export function speakBy(source: () => Language): void {
  spoken = source
}

/**
 * Does some work in one language, whichever the page speaks: for what is kept and told again elsewhere. The work must not
 * wait for anything, or others would speak that language meanwhile.
 */
export function saidIn<Told>(asked: Language, work: () => Told): Told {
  const before = only
  only = asked
  try {
    return work()
  } finally {
    only = before
  }
}

/** Something to say things with, made once for each language: `perLanguage((locale) => new Intl.NumberFormat(locale))`. */
export function perLanguage<Kept>(make: (locale: string, language: Language) => Kept): () => Kept {
  const kept: { [language in Language]?: Kept } = {}
  return () => {
    const now = language()
    const made = kept[now] ?? make(LOCALES[now], now)
    kept[now] = made
    return made
  }
}

/** How days and numbers are written: a day comes before its month in English, as in most of the world. */
const LOCALES: { readonly [language in Language]: string } = { en: 'en-GB', zh: 'zh-CN' }
