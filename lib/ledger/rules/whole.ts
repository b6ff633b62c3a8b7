import type { Source, WholeRecord } from '../testimony'
import type { Breach, Proposal } from './broken'

/** The chemists' seventeen: scandium, yttrium and the fifteen lanthanides. */
const RARE_EARTHS = 17

/** E22. A list of parties is one that some provision names. */
export function partyListsNamed({ after }: Proposal): readonly Breach[] {
  return unnamedLists(after)
}

export function unnamedLists({ parties, provisions }: WholeRecord): readonly Breach[] {
  const lists = new Set(provisions.map(({ partyList }) => partyList))
  return parties
    .filter(({ instrument }) => !lists.has(instrument))
    .map(({ key, instrument }) => ({ kind: 'party', key, field: 'instrument', names: { instrument } }))
}

/** E23. The record holds the seventeen rare earth elements. */
export function seventeenElements({ after, changes }: Proposal): readonly Breach[] {
  const count = elementsIn(after)
  const changed = changes.filter(({ kind }) => kind === 'material')
  if (count === RARE_EARTHS) return []
  return changed.slice(0, 1).map(({ key }) => ({ kind: 'material', key, field: 'kind', names: { count } }))
}

/** How many elements a record holds, when they are not seventeen. */
export function wrongCountOfElements(record: WholeRecord): number | null {
  const count = elementsIn(record)
  return count === RARE_EARTHS ? null : count
}

/** E24. No two forms have the same place in their order. */
export function formsInOwnPlaces({ after }: Proposal): readonly Breach[] {
  return formsInOnePlace(after)
}

export function formsInOnePlace({ forms }: WholeRecord): readonly Breach[] {
  const taken = new Map<number, string>()
  return forms.flatMap(({ key, order }) => {
    const other = taken.get(order)
    taken.set(order, key)
    return other === undefined ? [] : [{ kind: 'form' as const, key, field: 'order', names: { order, other } }]
  })
}

/** E25. One publication stands once among the sources. The titles of laws repeat themselves; their addresses do not. */
export function sourcesOnce({ after }: Proposal): readonly Breach[] {
  return doubleSources(after)
}

export function doubleSources({ sources }: WholeRecord): readonly Breach[] {
  const byAddress = new Map<string, string>()
  const byTitle = new Map<string, string>()
  return sources.flatMap(({ key, url, title, publisher, kind }) => {
    const address = url === null ? null : plainAddress(url)
    const sameAddress = address === null ? undefined : byAddress.get(address)
    if (address !== null) byAddress.set(address, key)
    const name = nameOfSource({ title, publisher })
    const sameTitle = kind === 'primary-legal' ? undefined : byTitle.get(name)
    byTitle.set(name, key)
    return [...double(key, 'url', sameAddress), ...double(key, 'title', sameTitle)]
  })
}

/** E26. An event stands under the regimes of its instruments. */
export function eventsUnderRegimes({ after }: Proposal): readonly Breach[] {
  return missingRegimes(after)
}

export function missingRegimes({ events, instruments }: WholeRecord): readonly Breach[] {
  const regimeOf = new Map(instruments.map(({ key, regime }) => [key, regime]))
  return events.flatMap((event) =>
    event.instruments.flatMap((instrument) => {
      const regime = regimeOf.get(instrument)
      if (regime === undefined || event.regimes.includes(regime)) return []
      return [{ kind: 'event' as const, key: event.key, field: 'regimes', names: { regime, instrument } }]
    }),
  )
}

function elementsIn({ materials }: WholeRecord): number {
  return materials.filter(({ kind }) => kind === 'element').length
}

function double(key: string, field: 'url' | 'title', other: string | undefined): readonly Breach[] {
  return other === undefined ? [] : [{ kind: 'source', key, field, names: { field, other } }]
}

/** What two publications with one title and publisher are both called. */
export function nameOfSource({ title, publisher }: Pick<Source, 'title' | 'publisher'>): string {
  return `${title}|${publisher}`.toLowerCase()
}

/** An address without what its beginning and end may lack. */
export function plainAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(':443', '')
    .replace(/\/$/, '')
}
