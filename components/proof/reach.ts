import { countriesInWords } from '@/components/marks/country-name'
import { say } from '@/lib/contract/words/catalogue'
import type { Provision } from '@/lib/ledger/record'

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
