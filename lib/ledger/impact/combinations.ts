import { instrumentOf, type Law } from '../law'
import type { Country, Provision, Route } from '../record'
import { ROUTES } from '../vocabulary'
import type { Lens } from './lens'
import type { LinesNaming } from './matched'
import type { PartyClass } from './party-class'
import type { Worlds } from './worlds'

/** A lens before it is known whether anything tells it from a plainer one. */
export type Combination = {
  readonly lens: Lens
  /** The listing of its party is changed, or the destination that it stands for. */
  readonly isChanged: boolean
  readonly isMoved: boolean
}

/** One of the two laws, with its lines that can bear on the material. */
export type Side = { readonly law: Law; readonly lines: LinesNaming }

type Line = { readonly line: Provision; readonly from: Country }

type Way = { readonly route: Route; readonly from: Country }

/** Countries to stand for one that no rule names; the last is nobody's code and never named. */
const UNNAMED = ['KR', 'DE', 'BR', 'CA', 'ZZ'] as const

/**
 * Every way, destination, end use and party that a rule bearing on a material can tell from another, the plainest first.
 *
 * @param all whether questions count that no rule concerns: where the material itself is changed.
 */
export function* combinationsFor(
  worlds: Worlds,
  sides: readonly Side[],
  classes: readonly PartyClass[],
  all: boolean,
): Generator<Combination> {
  const lines = sides.flatMap(({ law, lines: { named, controlledItems } }) =>
    (named.length === 0 ? [] : [...named, ...controlledItems]).map((line) => ({
      line,
      from: instrumentOf(law, line).jurisdiction,
    })),
  )
  for (const way of waysOf(lines, all)) {
    const near = lines.filter((one) => isNear(one, way)).map(({ line }) => line)
    const isChanged = near.some(({ key }) => worlds.changedBehind(key).length > 0)
    const listings = classes.filter((one) => isChanged || all || one.isChanged)
    if (!isChanged && !all && listings.length === 0) continue
    const turnsOnParty = near.some(({ endUse }) => endUse === 'listed-party')
    yield* combinationsOn(way, near, turnsOnParty ? listings : listings.filter((one) => one.isMoved))
  }
}

function* combinationsOn(way: Way, near: readonly Provision[], classes: readonly PartyClass[]): Generator<Combination> {
  const destinations = destinationsAmong(near)
  const uses = near.some(({ endUse }) => endUse === 'military')
    ? (['civil', 'military'] as const)
    : (['civil'] as const)
  for (const use of uses) {
    for (const alike of [[], ...destinations]) {
      const lens = { ...way, to: alike[0] ?? null, use, party: null, alike: { parties: 0, destinations: alike } }
      yield { lens, isChanged: false, isMoved: false }
    }
  }
  const elsewhere = [[unnamedAmong(near)], ...destinations]
  for (const { isChanged, isMoved, byCountry } of classes) {
    for (const use of uses) {
      for (const { party, count } of byCountry) {
        const lens = { ...way, to: null, use, party: party.key, alike: { parties: count, destinations: [] } }
        yield { lens, isChanged, isMoved }
      }
      const parties = byCountry.reduce((sum, { count }) => sum + count, 0)
      for (const alike of elsewhere) {
        const party = byCountry[0]?.party.key ?? null
        yield {
          lens: { ...way, to: alike[0] ?? null, use, party, alike: { parties, destinations: alike } },
          isChanged,
          isMoved: false,
        }
      }
    }
  }
}

/** Exports out of China first, then out of other countries, then the other routes; on those, where from says nothing. */
function waysOf(lines: readonly Line[], all: boolean): readonly Way[] {
  const froms = new Set(lines.filter(({ line }) => line.route === 'export').map(({ from }) => from))
  const exporters = [...new Set(['CN', ...[...froms].sort(), ...(all ? [unnamedAmong([], froms)] : [])])]
  const routes = new Set(lines.map(({ line }) => line.route))
  return [
    ...exporters.map((from) => ({ route: 'export' as const, from })),
    ...ROUTES.filter((route) => route !== 'export' && (all || routes.has(route))).map((route) => ({
      route,
      from: 'CN',
    })),
  ]
}

/** Whether a line can bear on goods on their way: it stands on that way, or another can lean on it. */
function isNear({ line }: Line, way: Way): boolean {
  return line.route === 'export' || line.route === way.route
}

/** Countries that some line names as its destination, those together that no line tells apart. */
function destinationsAmong(lines: readonly Provision[]): readonly (readonly Country[])[] {
  const named = [...new Set(lines.flatMap(({ destinations: { only, except } }) => [...(only ?? []), ...except]))].sort()
  const specs = new Map(lines.map(({ destinations }) => [JSON.stringify(destinations), destinations]))
  const alike = new Map<string, Country[]>()
  for (const country of named) {
    const name = [...specs.values()]
      .map(({ only, except }) => ((only?.includes(country) ?? true) && !except.includes(country) ? '1' : '0'))
      .join('')
    alike.set(name, [...(alike.get(name) ?? []), country])
  }
  return [...alike.values()]
}

function unnamedAmong(lines: readonly Provision[], taken: ReadonlySet<Country> = new Set()): Country {
  const isNamed = (country: Country) =>
    taken.has(country) ||
    lines.some(({ destinations: { only, except } }) => only?.includes(country) || except.includes(country))
  return UNNAMED.find((country) => !isNamed(country)) ?? 'ZZ'
}
