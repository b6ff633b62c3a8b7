import type { Kind } from '../change'
import { lastDayOf } from '../interval'
import type { Citation, Cited } from '../record'
import type { Source } from '../testimony'
import type { Breach, Proposal } from './broken'
import { type Changed, changedOf } from './changed'

/**
 * E6. A change of the law cites a primary legal source, with the place in it and the clause in its original language.
 * Asked of every binding instrument and provision that a `law` revision makes or changes. A reviewer may override it:
 * a text can be known from its official gazette alone, which nobody outside can open, or be read out and not printed.
 */
export function lawCitesItself(proposal: Proposal): readonly Breach[] {
  if (proposal.kind !== 'law') return []
  const { after } = proposal
  const sources = new Map(after.sources.map((one) => [one.key, one]))
  const binding = new Set(after.instruments.filter((one) => one.binding === 'law').map(({ key }) => key))
  const texts = [
    ...changedOf(proposal, 'instrument').map(({ now }) => ({ kind: 'instrument' as const, now, of: now.key })),
    ...changedOf(proposal, 'provision').map(({ now }) => ({ kind: 'provision' as const, now, of: now.instrument })),
  ]
  return texts
    .filter(({ of }) => binding.has(of))
    .flatMap(({ kind, now }) => {
      const lacks = lackOf(now, sources)
      return lacks === null ? [] : [{ kind, key: now.key, field: 'sources', names: { lacks } }]
    })
}

/**
 * E14. A day that is still to come names the source that gives it, and the place in it. Asked of days that a change set
 * brings in. A reviewer may override it: a summons or a fact sheet of one page has no place to name.
 */
export function daysToComeAreCited(proposal: Proposal): readonly Breach[] {
  const days = <K extends 'instrument' | 'provision' | 'party' | 'event'>(
    kind: K,
    read: (one: Changed<K>['now']) => { readonly [field: string]: string | null },
  ) => changedOf(proposal, kind).flatMap(({ was, now }) => uncited(kind, now, was && read(was), read(now), proposal))
  return [
    ...days('instrument', ({ issuedOn }) => ({ issuedOn })),
    ...days('provision', ({ inForce }) => ({ effectiveFrom: inForce.from, lastDay: lastDayOf(inForce) })),
    ...days('party', ({ listedOn, delistedOn }) => ({ listedOn, delistedOn })),
    ...days('event', ({ startsOn, endsOn }) => ({ startsOn, endsOn })),
  ]
}

function uncited(
  kind: Kind,
  { key, sources }: Cited & { readonly key: string },
  was: { readonly [field: string]: string | null } | null,
  now: { readonly [field: string]: string | null },
  { today }: Proposal,
): readonly Breach[] {
  if (sources.some(({ locator }) => locator !== null)) return []
  return Object.entries(now).flatMap(([field, day]) =>
    day === null || day <= today || was?.[field] === day ? [] : [{ kind, key, field, names: { day } }],
  )
}

/** What the best citation of a text lacks: the source, the place, the clause; `null` when nothing. */
function lackOf({ sources }: Cited, known: ReadonlyMap<string, Source>): 'source' | 'place' | 'clause' | null {
  const primary = sources.filter(({ source }: Citation) => known.get(source)?.kind === 'primary-legal')
  if (primary.length === 0) return 'source'
  const placed = primary.filter(({ locator }) => locator !== null)
  if (placed.length === 0) return 'place'
  return placed.some(({ clause }) => clause !== undefined && clause.original.trim() !== '') ? null : 'clause'
}
