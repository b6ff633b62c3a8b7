import type { Lens } from '@/lib/ledger/impact/lens'
import { nameOfCountry } from '../countries'
import { DEFAULT_FROM } from '../question-segments'
import { say } from '../words/catalogue'
import { listed } from '../words/list'
import type { NameOf } from './names'

/** The questions that a lens stands for, in words: `to Japan, military end use`. */
export function lensInWords({ from, to, use, party, route, alike }: Lens, nameOf: NameOf): string {
  const destinations = to === null ? 0 : alike.destinations.filter((country) => country !== to).length
  const parts = [
    route === 'export' ? null : say(`proof.reach.${route}`),
    from === DEFAULT_FROM ? null : say('history.lens.from', { country: nameOfCountry(from) }),
    to === null ? null : say('history.lens.to', { country: nameOfCountry(to), others: destinations }),
    use === 'civil' ? null : say('proof.reach.military'),
    party === null ? null : say('history.lens.party', { name: nameOf('party', party), others: alike.parties - 1 }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? say('history.lens.plain') : listed(parts, 'parts')
}
