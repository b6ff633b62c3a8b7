import type { Law } from '../law'
import type { Country, Party } from '../record'
import type { Worlds } from './worlds'
import { isListingChanged } from './worlds'

/** Parties that no rule can tell apart but by their country: listed on the same days of lists that mean the same. */
export type PartyClass = {
  readonly isChanged: boolean
  /** One party for each country that they are of, and how many there are of it. */
  readonly byCountry: readonly { readonly party: Party; readonly country: Country | null; readonly count: number }[]
}

/** All parties that either law knows, in classes; those whose listing is changed are never classed with others. */
export function partyClasses(worlds: Worlds): readonly PartyClass[] {
  const laws = [worlds.before, worlds.after]
  const lists = new Set(laws.flatMap((law) => [...law.provisions.values()].map(({ partyList }) => partyList)))
  const parties = new Map(laws.flatMap((law) => [...law.parties]))
  const classes = new Map<string, { isChanged: boolean; of: Map<Country | null, { party: Party; count: number }> }>()
  for (const party of parties.values()) {
    const isChanged = isListingChanged(worlds, party)
    const listings = laws.map((law) => listingIn(law, law.parties.get(party.key), lists)).join('|')
    const name = isChanged ? `${party.key} ${listings}` : listings
    const found = classes.get(name) ?? { isChanged, of: new Map() }
    classes.set(name, found)
    const { country } = party
    const alike = found.of.get(country)
    found.of.set(country, { party: alike?.party ?? party, count: (alike?.count ?? 0) + 1 })
  }
  return [...classes.values()].map(({ isChanged, of }) => ({
    isChanged,
    byCountry: [...of].map(([country, { party, count }]) => ({ party, country, count })),
  }))
}

/** What of a listing a rule can turn on: its days, and its list where some rule names it; nothing if it does not count. */
function listingIn(law: Law, party: Party | undefined, lists: ReadonlySet<string | null>): string {
  if (party === undefined || !law.instruments.has(party.instrument)) return 'unlisted'
  const list = lists.has(party.instrument) ? party.instrument : ''
  return `${list} ${party.listedOn} ${party.delistedOn}`
}
