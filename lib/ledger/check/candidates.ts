import type { Match } from '../code-match'
import { matchOfDigits, matchOfItem } from '../code-match'
import type { Law } from '../law'
import type { Provision } from '../record'
import type { Candidate } from './answer'
import { namesGoods } from './item-line'

/** Whether a code is one of a customs tariff, and not of a control list. */
export function isTariffCode(code: string): boolean {
  return /^\d+$/u.test(plain(code))
}

/** Every item line that a code may mean, the closest first; a clause may stand for several items: `1E004/6E001`. */
export function candidatesFor(law: Law, code: string): readonly Candidate[] {
  const asked = plain(code)
  if (asked === '') return []
  return [...law.provisions.values()]
    .filter(namesGoods)
    .flatMap((provision) => {
      const own = isTariffCode(code) ? provision.hsCodes : provision.clause.split('/')
      const matchOf = isTariffCode(code) ? matchOfDigits : matchOfItem
      const found = own.flatMap((text) => {
        const match = matchOf(plain(text), asked)
        return match === null ? [] : [{ text, match }]
      })
      const closest = CLOSENESS.find((match) => found.some((one) => one.match === match))
      return closest === undefined ? [] : [{ provision, match: closest, codes: found.map(({ text }) => text) }]
    })
    .sort(
      (a, b) => CLOSENESS.indexOf(a.match) - CLOSENESS.indexOf(b.match) || (a.provision.key < b.provision.key ? -1 : 1),
    )
}

/**
 * Lines that name goods and print no customs code, and for which nobody has inferred one: a customs code can rule none of
 * them out. By their keys.
 */
export function linesWithoutCode(law: Law): readonly Provision[] {
  return [...law.provisions.values()]
    .filter((provision) => namesGoods(provision) && provision.hsCodes.length === 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

const CLOSENESS: readonly Match[] = ['same', 'narrower', 'broader']

function plain(code: string): string {
  return /^[\d.\s]+$/u.test(code) ? code.replace(/[.\s]/gu, '') : code.trim().toUpperCase()
}
