import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const english = join(import.meta.dirname, '../../../lib/contract/words/en')

/** The words of one subject as the catalogue has them, untouched: `wordsOf('status').cell`. */
export function wordsOf(subject: string): { readonly [part: string]: { readonly [key: string]: string } } {
  return JSON.parse(readFileSync(join(english, `${subject}.json`), 'utf8'))
}

/** The word that a cell shows for a status. */
export function wordOf(cell: { readonly status: string; readonly beforeEffect: boolean }): string {
  const status = wordsOf('status')
  if (cell.status === 'paused' && cell.beforeEffect) return String(status['pausedBeforeEffect'])
  return status['cell']?.[cell.status] ?? `no word for ${cell.status}`
}
