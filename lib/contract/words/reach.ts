import type { Form, Provision } from '@/lib/ledger/record'
import { ANY_FORM } from '@/lib/ledger/record'
import { say } from './catalogue'
import { countriesInWords } from './country-names'
import { listed } from './list'
import { nameInside } from './names'
import { shareInWords } from './number'

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
    ...(deMinimis === null ? [] : [say('proof.reach.deMinimis', { share: shareInWords(deMinimis) })]),
    say(coverage === 'named' ? 'proof.coverageNamed' : 'proof.coverageWhole'),
  ]
  return say('proof.reach.join', { effect, parts: listed(parts, 'parts') })
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
    ...(deMinimis === null ? [] : [say('proof.reach.deMinimis', { share: shareInWords(deMinimis) })]),
  ]
}

/** The forms that a provision names, in words. */
export function formsInWords({ forms }: Pick<Provision, 'forms'>, known: readonly Form[]): string {
  if (forms.includes(ANY_FORM)) return say('law.provisions.anyForm')
  const names = forms.map((key) => ({ key, form: known.find((form) => form.key === key) }))
  return listed(names.map(({ key, form }) => (form === undefined ? key : nameInside(form))))
}
