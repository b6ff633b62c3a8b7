import type { Law } from './law'
import type { Party, Provision } from './record'
import type { Event } from './testimony'

/** What belongs to an instrument is asked for instrument after instrument: of a large record all would be looked through each time. */
const provisions = new WeakMap<Law, ReadonlyMap<string, readonly Provision[]>>()
const parties = new WeakMap<readonly Party[], ReadonlyMap<string, readonly Party[]>>()
const events = new WeakMap<readonly Event[], ReadonlyMap<string, readonly Event[]>>()

/** The provisions of an instrument in a law, in the order of the record; none where it counts for nothing there. */
export function provisionsOf(law: Law, instrument: string): readonly Provision[] {
  return grouped(provisions, law, law.provisions.values(), (one) => [one.instrument]).get(instrument) ?? []
}

/** The parties that an instrument lists, in the order of the record. */
export function partiesListedBy(record: { readonly parties: readonly Party[] }, instrument: string): readonly Party[] {
  return grouped(parties, record.parties, record.parties, (one) => [one.instrument]).get(instrument) ?? []
}

/** The events that name an instrument, in the order of the record. */
export function eventsNaming(record: { readonly events: readonly Event[] }, instrument: string): readonly Event[] {
  return grouped(events, record.events, record.events, (one) => [...new Set(one.instruments)]).get(instrument) ?? []
}

function grouped<Held extends object, Item>(
  known: WeakMap<Held, ReadonlyMap<string, readonly Item[]>>,
  held: Held,
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const found = known.get(held)
  if (found !== undefined) return found
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const own = groups.get(key)
      if (own === undefined) groups.set(key, [item])
      else own.push(item)
    }
  }
  known.set(held, groups)
  return groups
}
