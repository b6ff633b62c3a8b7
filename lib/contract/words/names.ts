import { LANGUAGE_TAGS, language, perLanguage } from './language'

/** What has a name in English, and mostly one in Chinese too: a material, a form, a party. */
export type Named = { readonly nameEn: string; readonly nameZh?: string | null }

/** A text with the language that it is written in. */
export type Spoken = { readonly text: string; readonly lang: string }

/** The name in the language of the page: `Dysprosium`, `镝`. English where the record has no Chinese one. */
export function nameOf({ nameEn, nameZh }: Named): string {
  return language() === 'zh' ? (nameZh ?? nameEn) : nameEn
}

/** The name inside a sentence: English forms and materials are written small there. */
export function nameInside(named: Named): string {
  return language() === 'zh' ? nameOf(named) : named.nameEn.toLowerCase()
}

/** A name in the language of the page, and in the other one: headings tell both. */
export function bothNames({ nameEn, nameZh = null }: Named): { readonly own: Spoken; readonly other: Spoken | null } {
  const [english, chinese] = [
    { text: nameEn, lang: LANGUAGE_TAGS.en },
    nameZh === null ? null : { text: nameZh, lang: LANGUAGE_TAGS.zh },
  ]
  if (chinese === null || chinese.text === english.text) return { own: english, other: null }
  return language() === 'zh' ? { own: chinese, other: english } : { own: english, other: chinese }
}

/** The official title of an instrument in both languages. */
export function bothTitles({ titleEn, titleZh }: { readonly titleEn: string; readonly titleZh: string | null }) {
  return bothNames({ nameEn: titleEn, nameZh: titleZh })
}

const collators = perLanguage((_, spoken) => new Intl.Collator(spoken === 'en' ? 'en' : 'zh-CN'))

/** The order of two texts in a list for readers of the page. Files keep an order of their own. */
export function inOrder(a: string, b: string): number {
  return collators().compare(a, b)
}

const languages = perLanguage(
  (_, spoken) => new Intl.DisplayNames(spoken === 'en' ? 'en' : 'zh-CN', { type: 'language', fallback: 'code' }),
)

/** A language by its name: `English`, `英语`. */
export function nameOfLanguage(code: string): string {
  return languages().of(code) ?? code
}
