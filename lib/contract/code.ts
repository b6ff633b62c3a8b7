import type { AnnouncementNumber } from './announcement'
import { readAnnouncement } from './announcement'

/** A code that goods or rules are looked up by, as it was read. */
export type Code =
  /** A heading of the Harmonized System, or a longer code of a national tariff, without its dots. */
  | { readonly read: 'hs'; readonly digits: string }
  /** An item of a control list, in capitals: `1C905.A.1`. */
  | { readonly read: 'item'; readonly item: string }
  | { readonly read: 'announcement'; readonly announcement: AnnouncementNumber }

const TARIFF = /^\d{4}([.\s]?\d{2}){0,3}$/
const ITEM = /^\d[A-Z]\d{3}(\.[A-Z0-9]+)*$/

/** Reads a code in any usual spelling; `null` for a text that is none. Four digits are a heading, never a year. */
export function readCode(text: string): Code | null {
  const spelt = text.normalize('NFKC').trim()
  if (TARIFF.test(spelt)) return { read: 'hs', digits: spelt.replace(/[.\s]/g, '') }
  const item = spelt.toUpperCase().replaceAll(' ', '')
  if (ITEM.test(item)) return { read: 'item', item }
  const announcement = readAnnouncement(spelt)
  return announcement === null ? null : { read: 'announcement', announcement }
}

/** Whether an instrument bears an announcement's number, whole: 6 is not 61. */
export function hasNumber(number: string | null, asked: AnnouncementNumber): boolean {
  const own = number === null ? null : readAnnouncement(number.replace(/\s*\(.*\)$/u, ''))
  return own !== null && own.number === asked.number && (asked.year === null || asked.year === own.year)
}
