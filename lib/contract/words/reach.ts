import type { Form, Provision } from '@/lib/ledger/record'
import { ANY_FORM } from '@/lib/ledger/record'
import { say } from './catalogue'
import { countriesInWords } from './country-names'

const SHARE = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 3 })

/** What a provision does and whom it reaches: `needs a licence: export, to every destination`. */
export function reachInWords(provision: Provision): string {
  const effect = say(`proof.effect.${provision.effect}`)
  if (provision.targets.length > 0) return effect
  const { destinations, endUse, route, deMinimis, inPrinciple, coverage } = provision
  const parts = [
    ...(inPrinciple ? [say('proof.inPrinciple')] : []),
    say(`proof.reach.${route}`),
    destinations.only === null
      ? say('proof.reach.any')
      : say('proof.reach.only', { countries: countriesInWords(destinations.only) }),
    ...(destinations.except.length > 0
      ? [say('proof.reach.except', { countries: countriesInWords(destinations.except) })]
      : []),
    ...(endUse === 'any' ? [] : [say(`proof.reach.${endUse}`)]),
    ...(deMinimis === null ? [] : [say('proof.reach.deMinimis', { share: SHARE.format(deMinimis) })]),
    say(coverage === 'named' ? 'proof.coverageNamed' : 'proof.coverageWhole'),
  ]
  return say('proof.reach.join', { effect, parts: parts.join(', ') })
}

/** To whom, by which route, for which use and from which share of value a provision applies. */
export function appliesInWords({ route, destinations, endUse, deMinimis }: Provision): readonly string[] {
  return [
    say(`proof.reach.${route}`),
    destinations.only === null
      ? say('proof.reach.any')
      : say('proof.reach.only', { countries: countriesInWords(destinations.only) }),
    ...(destinations.except.length === 0
      ? []
      : [say('proof.reach.except', { countries: countriesInWords(destinations.except) })]),
    ...(endUse === 'military' ? [say('proof.reach.military')] : []),
    ...(deMinimis === null ? [] : [say('proof.reach.deMinimis', { share: SHARE.format(deMinimis) })]),
  ]
}

/** The forms that a provision names, in words. */
export function formsInWords({ forms }: Pick<Provision, 'forms'>, known: readonly Form[]): string {
  if (forms.includes(ANY_FORM)) return say('law.provisions.anyForm')
  return forms.map((key) => known.find((form) => form.key === key)?.nameEn.toLowerCase() ?? key).join(', ')
}
