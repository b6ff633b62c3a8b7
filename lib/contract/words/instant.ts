import { say } from './catalogue'
import { perLanguage } from './language'

const instant = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
)

/** An instant in words: `20 November 2026 at 06:05 UTC`. */
export function instantInWords(at: string): string {
  return say('library.changes.atValue', { at: instant().format(Date.parse(at)) })
}
