import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const english = join(import.meta.dirname, '../../../lib/contract/words/en')

/** The words of one subject as the catalogue has them, untouched: `wordsOf('status').cell`. */
export function wordsOf(subject: string): { readonly [part: string]: { readonly [key: string]: string } } {
  return JSON.parse(readFileSync(join(english, `${subject}.json`), 'utf8'))
}

/** The word that a cell of the matrix shows for a status; a pause of rules that never applied has its own. */
export function wordOf({ status, beforeEffect }: { readonly status: string; readonly beforeEffect: boolean }): string {
  const words = wordsOf('status')
  if (status === 'paused' && beforeEffect) return String(words['pausedBeforeEffect'])
  return words['word']?.[status] ?? `no word for ${status}`
}
