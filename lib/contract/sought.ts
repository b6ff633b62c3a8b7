import { readAnnouncement } from './announcement'
import { readLanguage } from './language-address'
import type { Problem } from './refusal'

/** The page that readers search on. */
export const SEARCH = '/search'

/** The longest text that is searched for: anything longer is not the name of a thing in this record. */
export const LONGEST_SOUGHT = 120

/** A text as it is looked for. */
export type Sought = {
  /** The whole of it: compared with whole names. */
  readonly said: string
  /** The part of it that is looked for word by word. */
  readonly words: string
  /**
   * Codes in it, as they are indexed: `@61/2025` an announcement, `@61` one of any year, `#8505` a customs code; with a
   * star at its end a code that goes on.
   */
  readonly codes: readonly string[]
}

/** A customs code, or the beginning of one, with or without dots. */
const CUSTOMS = /^\d[\d.\s]*$/u

/** Reads what a reader searches for; every spelling of an announcement or a customs code is the same search. */
export function readSought(text: string): Sought {
  const said = text
    .normalize('NFKC')
    .replace(/\p{C}+/gu, ' ')
    .trim()
  const announcement = readAnnouncement(said)
  if (announcement !== null) {
    const { number, year } = announcement
    const words = year === null ? String(number) : `${number} ${year}`
    return { said, words, codes: [year === null ? `@${number}` : `@${number}/${year}`] }
  }
  const digits = said.replace(/[.\s]/gu, '')
  const codes = CUSTOMS.test(said) && digits.length >= 4 && digits.length <= 10 ? [`#${digits}`, `#${digits}*`] : []
  return { said, words: said, codes }
}

/** Why nothing is looked for, `null` where something is: several texts may each be meant, and no name is that long. */
export function whyNotSearched(query: URLSearchParams): Problem | null {
  const texts = query.getAll('q').filter((text) => text.trim() !== '')
  if (texts.length > 1) return { why: 'repeated', field: 'q' }
  return (texts[0] ?? '').length > LONGEST_SOUGHT ? { why: 'text-too-long', field: 'q', most: LONGEST_SOUGHT } : null
}

/** What somebody searched for and was refused, for the box that it was typed into; cut, because it may have any length. */
export function soughtIn(path: string, query: URLSearchParams): string | undefined {
  return readLanguage(path).path === SEARCH ? query.get('q')?.slice(0, LONGEST_SAID_BACK) : undefined
}

const LONGEST_SAID_BACK = 500
