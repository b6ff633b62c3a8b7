/** A number that a ministry gives its announcements, and the year where the reader gave one. */
export type AnnouncementNumber = { readonly number: number; readonly year: number | null }

/**
 * Usual spellings, once words and brackets around them are gone: `61`, `61 of 2025`, `61/2025`, `61, 2025`, `2025-61`,
 * `2025 no. 61`, `第61号`, `2025年第61号`, `2025 61号`.
 */
const SPELLINGS: readonly RegExp[] = [
  /^(?<year>20\d{2})\s*年?\s*第?\s*(?<number>\d{1,3})\s*号$/u,
  /^第?\s*(?<number>\d{1,3})\s*号$/u,
  /^(?<number>\d{1,3})\s*(?:\/|of|,|\s)\s*(?<year>20\d{2})$/u,
  /^(?<year>20\d{2})\s*(?:\/|-|\s|,|no\.?)+\s*(?<number>\d{1,3})$/u,
  /^(?<number>\d{1,3})$/u,
]

/** Words before the number that say nothing of which announcement is meant. */
const LEADING =
  /^(?:(?:mofcom|announcements?|ann\.?|notices?|order|no\.?|number|nr\.?|#|商务部|海关总署|科技部|联合|公告)[\s,、和]*)+/iu

/** The word behind it: `2025年第61号公告`, `No. 61 of 2025 announcement`. */
const TRAILING = /\s*(?:公告|announcement)$/iu

/** Reads an announcement's number in any usual spelling; `null` when the text is not one. */
export function readAnnouncement(text: string): AnnouncementNumber | null {
  const spelt = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[()[\]〔〕【】]/gu, ' ')
    .trim()
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .replace(/\s*of\s*/u, ' of ')
  for (const spelling of SPELLINGS) {
    const parts = spelling.exec(spelt)?.groups
    if (parts !== undefined) {
      return { number: Number(parts['number']), year: parts['year'] === undefined ? null : Number(parts['year']) }
    }
  }
  return null
}
