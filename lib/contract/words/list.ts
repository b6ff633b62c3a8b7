import { type Language, language, perLanguage } from './language'

/** What stands between words. Chinese has marks of its own, which bring their own room with them. */
const MARKS = {
  en: { comma: ', ', pause: ', ', semicolon: '; ', colon: ': ', stop: '.', space: ' ', open: ' (', close: ')' },
  zh: { comma: '，', pause: '、', semicolon: '；', colon: '：', stop: '。', space: '', open: '（', close: '）' },
} as const satisfies { readonly [language in Language]: { readonly [mark: string]: string } }

const conjunction = perLanguage(
  (_, spoken) => new Intl.ListFormat(spoken === 'en' ? 'en' : 'zh-CN', { type: 'conjunction' }),
)

/**
 * Several words as a list in the language of the page.
 *
 * @param way `plain` for names (`a, b`, `a、b`), `and` for names in a sentence (`a, b, and c`, `a、b和c`), `parts` for what
 * says one thing after the other (`a, b`, `a，b`), `clauses` for whole clauses (`a, b, and c`, `a，b，c`), `apart` for what may
 * hold commas itself (`a; b`, `a；b`).
 */
export function listed(items: readonly string[], way: Way = 'plain'): string {
  const spoken = language()
  if (way === 'and' || (way === 'clauses' && spoken === 'en')) return conjunction().format(items)
  return items.join(MARKS[spoken][BETWEEN[way]])
}

type Way = 'plain' | 'and' | 'parts' | 'clauses' | 'apart'
const BETWEEN = { plain: 'pause', and: 'pause', parts: 'comma', clauses: 'comma', apart: 'semicolon' } as const

/** Whole sentences one after the other: a space stands between them in English, and nothing in Chinese. */
export function sentences(...told: readonly (string | null)[]): string {
  return told.filter((sentence) => sentence !== null && sentence !== '').join(mark('space'))
}

/** A mark with the room that belongs to it: `colon` is `: ` in English and `：` in Chinese. */
export function mark(name: keyof (typeof MARKS)['en']): string {
  return MARKS[language()][name]
}

/** Something in brackets behind a word, with the room before it: ` (Dy)`, `（Dy）`. */
export function bracketed(text: string): string {
  return `${mark('open')}${text}${mark('close')}`
}
