import type { Coordinates, LiveCoordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { comparedWith } from '@/lib/contract/against'
import { inThisLanguage } from '@/lib/contract/language-address'
import type { View } from '@/lib/contract/view'
import { language } from '@/lib/contract/words/language'

/**
 * The pinned address of another view of the same question, in the language of the page; a stand-in for the newest revision
 * is not passed on.
 */
export function linkTo(at: Coordinates, view: View): string {
  return inThisLanguage(addressOf({ ...at, lastSeen: false, view }))
}

/** The same view with parts of its question changed. */
export function linkAsking(at: Coordinates, changed: Partial<Coordinates['question']>): string {
  return linkTo({ ...at, question: { ...at.question, ...changed } }, at.view)
}

/** The matrix under a changed question. */
export function linkAskingMatrix(at: Coordinates, changed: Partial<Coordinates['question']>): string {
  return linkAsking({ ...at, view: { name: 'matrix' } }, changed)
}

/** The same question with another day, or as another revision has it, beside this one. */
export function linkComparing(at: Coordinates, other: Parameters<typeof comparedWith>[1]): string {
  return inThisLanguage(comparedWith(at, other))
}

/** The same question, now. */
export function linkNow(at: LiveCoordinates): string {
  return inThisLanguage(liveAddress(at))
}

/**
 * A way to what is there in English alone (files, answers for machines, feeds, citations), as the properties of a link: a page
 * in another language says so beside it.
 */
export function toEnglish(href: string): { readonly href: string; readonly hrefLang?: 'en' } {
  return language() === 'en' ? { href } : { href, hrefLang: 'en' }
}
