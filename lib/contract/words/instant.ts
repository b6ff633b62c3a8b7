import { say } from './catalogue'

const INSTANT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** An instant in words: `20 November 2026 at 06:05 UTC`. */
export function instantInWords(at: string): string {
  return say('library.changes.atValue', { at: INSTANT.format(Date.parse(at)) })
}
