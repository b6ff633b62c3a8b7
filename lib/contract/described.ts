import type { Exhibit } from './exhibit'
import { say } from './words/catalogue'

/** What search engines show of a description. */
const MOST = 200

/**
 * An answer in a paragraph of 200 signs at most. Whatever else must go, its day and its revision stay: a sentence about the
 * law that does not say of which day is worth nothing.
 */
export function describedShortly({
  description,
  clocks,
  question,
}: Pick<Exhibit, 'description' | 'clocks' | 'question'>): string {
  const [law = ''] = clocks
  const revision = say('shell.coordinates.revision', { number: question.rev })
  const told = say('images.clocks', { law, revision })
  return say('images.described', { text: shortened(description, MOST - told.length - 1), clocks: told })
}

/** A text of `most` signs at most: what is too long ends after a whole word, with an ellipsis. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  const word = kept.replace(/\s+\S*$/u, '')
  return `${(word === '' ? kept : word).replace(/[\s,;:.–-]+$/u, '')}…`
}
