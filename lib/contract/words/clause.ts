import { language } from './language'

/**
 * How our record names parts of a text, and how the same part is cited in Chinese: an announcement's numbered paragraphs
 * (一、二、) are its 条, whether the record calls them clauses, limbs or paragraphs, and what they count is 项. Codes of a
 * control list are the same in every language; what is not here (`Art. I catch-all`, `control list`) has no certain Chinese.
 */
const PARTS = [
  [/^(?:clause|para) (\d+)$/, '第$1条'],
  [/^limb (\d+)\((\d+)\)$/, '第$1条第（$2）项'],
  [/^limb (\d+)\((\d+)\), Annex (\d+) part (\d+)$/, '第$1条第（$2）项，附件$3第$4部分'],
] as const

/** A part of a text by its name in the language of the page; English where the record's name has no certain Chinese. */
export function clauseName(clause: string): string {
  if (language() === 'en') return clause
  const part = PARTS.find(([pattern]) => pattern.test(clause))
  return part === undefined ? clause : clause.replace(part[0], part[1])
}
