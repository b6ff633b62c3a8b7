/** A number that a ministry gives its announcements, and the year where the reader gave one. */
export type AnnouncementNumber = { readonly number: number; readonly year: number | null }

/** Usual spellings: `No. 61`, `No. 61 of 2025`, `61/2025`, `2025-61`, `Announcement 61`, `公告2025年第61号`, `第61号`. */
const SPELLINGS: readonly RegExp[] = [
  /^(?<year>\d{4})年\s*第?\s*(?<number>\d{1,3})\s*号$/u,
  /^第\s*(?<number>\d{1,3})\s*号$/u,
  /^(?<number>\d{1,3})\s*(?:\/|of|\s)\s*(?<year>20\d{2})$/u,
  /^(?<year>20\d{2})\s*(?:\/|-|\s)\s*(?<number>\d{1,3})$/u,
  /^(?<number>\d{1,3})$/u,
]

/** Words before the number that say nothing of which announcement is meant. */
const LEADING =
  /^(?:(?:mofcom|announcements?|ann\.?|notices?|order|no\.?|number|nr\.?|#|商务部|海关总署|公告)[\s,]*)+/iu

/** Reads an announcement's number in any usual spelling; `null` when the text is not one. */
export function readAnnouncement(text: string): AnnouncementNumber | null {
  const spelt = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(LEADING, '')
    .replace(/\s*of\s*/u, ' of ')
  for (const spelling of SPELLINGS) {
    const parts = spelling.exec(spelt)?.groups
    if (parts !== undefined) {
      return { number: Number(parts['number']), year: parts['year'] === undefined ? null : Number(parts['year']) }
    }
  }
  return null
}
