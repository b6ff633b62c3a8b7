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

/** How a code of the record lies to the one that is asked for; `null` where neither holds the other. */
export type Match = 'same' | 'narrower' | 'broader'

/** A tariff code holds every longer one that begins with it. */
export function matchOfDigits(own: string, asked: string): Match | null {
  if (own === asked) return 'same'
  if (own.startsWith(asked)) return 'narrower'
  return asked.startsWith(own) ? 'broader' : null
}

/** An item holds every longer one that goes on with a dot: `1C905.A` holds `1C905.A.1`, and not `1C905.AB`. */
export function matchOfItem(own: string, asked: string): Match | null {
  const item = own.toUpperCase()
  if (item === asked) return 'same'
  if (item.startsWith(`${asked}.`)) return 'narrower'
  return asked.startsWith(`${item}.`) ? 'broader' : null
}
