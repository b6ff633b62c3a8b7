import { localDate } from '@/lib/ledger/interval'
import type { Exhibit } from './exhibit'
import { isRefined } from './exhibit'
import { say } from './words/catalogue'
import { dayInWords } from './words/day'

/** What search engines show of a description. */
const MOST = 200

/**
 * The title of an answer where it stands alone: `What is open on 8 November 2025, known by 1 November 2025: Exports from
 * China to United States, military end use`. An answer to another question never goes under the title of the plain one.
 */
export function titleInFull({ title, asked, question }: Pick<Exhibit, 'title' | 'asked' | 'question'>): string {
  const dated = [title, ...knownBy(question)].join(', ')
  return isRefined(question) ? say('exhibit.titled', { title: dated, asked: asked.replace(/\.$/, '') }) : dated
}

function knownBy({ known }: Pick<Exhibit['question'], 'known'>): readonly string[] {
  return known === null ? [] : [say('shell.coordinates.known', { day: dayInWords(localDate(known)) })]
}

/**
 * An answer in a paragraph of 200 signs at most. Whatever else must go, its days, its revision and what is asked besides the
 * plain question stay: a sentence about the law that does not say of which day and buyer is worth nothing.
 */
export function describedShortly({
  description,
  clocks,
  asked,
  question,
}: Pick<Exhibit, 'description' | 'clocks' | 'asked' | 'question'>): string {
  const [law = ''] = clocks
  const revision = say('shell.coordinates.revision', { number: question.rev })
  const told = say('images.clocks', { law: [law, ...knownBy(question)].join(', '), revision })
  const text = isRefined(question) ? `${asked} ${description.replace(asked, '').trim()}` : description
  return say('images.described', { text: shortened(text, MOST - told.length - 1), clocks: told })
}

/** A text of `most` signs at most: what is too long ends after a whole word, with an ellipsis. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  const word = kept.replace(/\s+\S*$/u, '')
  return `${(word === '' ? kept : word).replace(/[\s,;:.–-]+$/u, '')}…`
}
