import type { Law } from '../law'
import type { Country, Party } from '../record'
import type { Worlds } from './worlds'
import { isListingChanged } from './worlds'

/** Parties that no rule can tell apart but by their country: listed on the same days of lists that mean the same. */
export type PartyClass = {
  readonly isChanged: boolean
  /** Whether a question that names one and no destination is about another country than before. */
  readonly isMoved: boolean
  /** One party for each country that they are of, and how many there are of it. */
  readonly byCountry: readonly { readonly party: Party; readonly country: Country | null; readonly count: number }[]
}

/** All parties that either law knows, in classes; those whose listing is changed are never classed with others. */
export function partyClasses(worlds: Worlds): readonly PartyClass[] {
  const laws = [worlds.before, worlds.after]
  const lists = new Set(laws.flatMap((law) => [...law.provisions.values()].map(({ partyList }) => partyList)))
  const parties = new Map(laws.flatMap((law) => [...law.parties]))
  const classes = new Map<
    string,
    { isChanged: boolean; isMoved: boolean; of: Map<Country | null, { party: Party; count: number }> }
  >()
  for (const party of parties.values()) {
    const isChanged = isListingChanged(worlds, party)
    const listings = laws.map((law) => listingIn(law, law.parties.get(party.key), lists)).join('|')
    const name = isChanged ? `${party.key} ${listings}` : listings
    const found = classes.get(name) ?? { isChanged, isMoved: isMoved(worlds, party.key), of: new Map() }
    classes.set(name, found)
    const { country } = party
    const alike = found.of.get(country)
    found.of.set(country, { party: alike?.party ?? party, count: (alike?.count ?? 0) + 1 })
  }
  return [...classes.values()].map(({ isChanged, isMoved, of }) => ({
    isChanged,
    isMoved,
    byCountry: [...of].map(([country, { party, count }]) => ({ party, country, count })),
  }))
}

/** Whether both laws know a party, and of different countries. */
export function isMoved({ before, after }: Worlds, key: string): boolean {
  const [was, is] = [before.parties.get(key), after.parties.get(key)]
  return was !== undefined && is !== undefined && was.country !== is.country
}

/** What of a listing a rule can turn on: its days, and its list where some rule names it; nothing if it does not count. */
function listingIn(law: Law, party: Party | undefined, lists: ReadonlySet<string | null>): string {
  if (party === undefined || !law.instruments.has(party.instrument)) return 'unlisted'
  const list = lists.has(party.instrument) ? party.instrument : ''
  return `${list} ${party.listedOn} ${party.delistedOn}`
}
