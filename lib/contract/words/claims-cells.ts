import type { AssertedRow } from '@/lib/ledger/asserted-rows'
import { say } from './catalogue'
import { countriesInWords } from './country-names'
import { listed } from './list'

/** On which way, to where and for what end use the cells of a row are asked. */
export function placesInWords({ question, destinations }: AssertedRow): string {
  const named = destinations.flatMap((to) => to ?? [])
  return listed(
    [
      say(`claims.assert.route.${question.route === 'assistance' ? 'export' : question.route}`),
      named.length === 0
        ? say('claims.assert.anywhere')
        : say('claims.assert.to', { countries: countriesInWords(named) }),
      say(question.use === 'military' ? 'claims.assert.military' : 'claims.assert.any'),
    ],
    'parts',
  )
}
