const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** The tag for `lang`: Chinese in this record is written in simplified characters; `undefined` for the page's own English. */
export function languageTag(language: string): string | undefined {
  if (language === 'en') return undefined
  return language === 'zh' ? 'zh-Hans' : language
}

/** A language by its English name. */
export function languageName(language: string): string {
  return NAMES.of(language) ?? language
}
