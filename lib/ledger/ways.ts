import type { Question } from './question'
import type { Country, Ledger, Material, Route } from './record'

/** For each material that some rule names: the ways of trade of those rules, whenever they were issued. */
export type Ways = ReadonlyMap<string, readonly Way[]>

type Way = { readonly route: Route; readonly jurisdiction: Country }

/** The ways of trade that the binding rules of a ledger name each material for. */
export function waysOf({ instruments, provisions }: Ledger): Ways {
  const jurisdictions = new Map(
    instruments.filter(({ binding }) => binding === 'law').map(({ key, jurisdiction }) => [key, jurisdiction]),
  )
  const ways = new Map<string, Way[]>()
  for (const { instrument, effect, route, materials } of provisions) {
    const jurisdiction = jurisdictions.get(instrument)
    if (jurisdiction === undefined || (effect !== 'licence' && effect !== 'prohibit')) continue
    for (const material of materials) ways.set(material, [...(ways.get(material) ?? []), { route, jurisdiction }])
  }
  return ways
}

/**
 * Whether a question about a material can arise on a way of trade. Goods that a record knows only for another way (ore of
 * another country, goods made abroad) are not found open on this one: no rule of it could name them. Goods that the
 * asked country controls as exports may travel on, so any route can concern them; so can it an element, which is a
 * substance wherever it is, and goods that no rule names at all.
 */
export function canBeAsked(
  ways: Ways,
  { key, kind }: Material,
  { route, from }: Pick<Question, 'route' | 'from'>,
): boolean {
  const named = ways.get(key)
  if (kind === 'element' || named === undefined) return true
  return named.some((way) =>
    way.route === 'export' ? way.jurisdiction === from : route !== 'export' && way.route === route,
  )
}
