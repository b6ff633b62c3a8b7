import type { LocalDate } from '../interval'
import { later } from '../interval'
import type { Law } from '../law'
import { instrumentOf } from '../law'
import type { Country, Party, Provision } from '../record'
import { spansOf } from '../span'
import { bearsOnGoodsTouched } from './goods-touched'
import type { Worlds } from './worlds'
import { isListingChanged, isMoved } from './worlds'

/**
 * Parties that no rule can tell apart but by their country: listed on the same days of lists that mean the same, as far
 * as days count on which some rule reads otherwise.
 */
export type PartyClass = {
  readonly isChanged: boolean
  /** Whether a question that names one and no destination is about another country than before. */
  readonly isMoved: boolean
  /** One party for each country that they are of, and how many there are of it. */
  readonly byCountry: readonly { readonly party: Party; readonly country: Country | null; readonly count: number }[]
}

/**
 * All parties that either law knows, in classes; those whose listing is changed are never classed with others.
 *
 * @param standing how many parties those stand for that do not stand for themselves alone.
 */
export function partyClasses(worlds: Worlds, standing: ReadonlyMap<string, number>): readonly PartyClass[] {
  const laws = [worlds.before, worlds.after]
  const counts = bearsOnGoodsTouched(worlds)
  const listsOf = laws.map((law) => meaningOfLists(worlds, law, counts))
  const parties = new Map(laws.flatMap((law) => [...law.parties]))
  const classes = new Map<
    string,
    { isChanged: boolean; isMoved: boolean; of: Map<Country | null, { party: Party; count: number }> }
  >()
  for (const party of parties.values()) {
    const isChanged = isListingChanged(worlds, party)
    const listings = laws
      .map((law, at) => listingIn(law, law.parties.get(party.key), listsOf[at], worlds.since))
      .join('|')
    const name = isChanged ? `${party.key} ${listings}` : listings
    const found = classes.get(name) ?? { isChanged, isMoved: isMoved(worlds, party.key), of: new Map() }
    classes.set(name, found)
    const { country } = party
    const alike = found.of.get(country)
    found.of.set(country, { party: alike?.party ?? party, count: (alike?.count ?? 0) + (standing.get(party.key) ?? 1) })
  }
  return [...classes.values()].map(({ isChanged, isMoved, of }) => ({
    isChanged,
    isMoved,
    byCountry: [...of].map(([country, { party, count }]) => ({ party, country, count })),
  }))
}

/** What of a listing a rule can turn on: its days, and what its list means; nothing if it does not count. */
function listingIn(
  law: Law,
  party: Party | undefined,
  lists: ReadonlyMap<string, string> | undefined,
  since: LocalDate,
): string {
  if (party === undefined || !law.instruments.has(party.instrument)) return 'unlisted'
  const delisted = party.delistedOn === null ? 'ever' : later(party.delistedOn, since)
  return `${lists?.get(party.instrument) ?? ''} ${later(party.listedOn, since)} ${delisted}`
}

/**
 * What it means to stand on each list that some rule names, by the key of the list: two lists mean the same where their
 * rules give the same for the same goods on every day that counts, of all goods that the change touches. A rule that is
 * changed means what no other does.
 */
function meaningOfLists(worlds: Worlds, law: Law, counts: (rule: Provision) => boolean): ReadonlyMap<string, string> {
  const rules = new Map<string, string[]>()
  for (const rule of law.provisions.values()) {
    if (rule.partyList === null || !counts(rule)) continue
    rules.set(rule.partyList, [...(rules.get(rule.partyList) ?? []), meaningOf(worlds, law, rule)])
  }
  return new Map([...rules].map(([list, meanings]) => [list, meanings.sort().join(';')]))
}

function meaningOf({ changedBehind, since }: Worlds, law: Law, rule: Provision): string {
  if (changedBehind(rule.key).length > 0) return rule.key
  const { effect, inPrinciple, materials, forms, coverage, destinations, route } = rule
  const states = spansOf(law, rule)
    .filter(({ to }) => to === null || to > since)
    .map(({ from, to, state, suspendedBy, revivedFrom, applied }) => [
      ...[later(from, since), to, state, applied],
      ...[suspendedBy, revivedFrom],
    ])
  const { jurisdiction } = instrumentOf(law, rule)
  return JSON.stringify([effect, inPrinciple, materials, forms, coverage, destinations, route, jurisdiction, states])
}
