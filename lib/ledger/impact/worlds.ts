import type { Change, Kind } from '../change'
import type { Interval, LocalDate } from '../interval'
import { earlier } from '../interval'
import type { Law } from '../law'
import { once } from '../once'
import type { Party, Provision } from '../record'
import { BEGINNING } from '../span'
import { dirtyDays, type Read } from './dirty-days'

/** What a change set touches, and the two laws it stands between. */
export type Worlds = Read & {
  /** The days on which a provision can read otherwise in one law than in the other. */
  readonly dirtyDays: (provision: string) => readonly Interval[]
  /** No rule on goods reads otherwise before this day, and no cell either. */
  readonly since: LocalDate
}

/** Two laws and what stands between them. */
export function worldsOf(before: Law, after: Law, changes: readonly Change[]): Worlds {
  const changed = new Set(changes.map(({ kind, key }) => nameOf(kind, key)))
  const isChanged = (kind: Kind, key: string) => changed.has(nameOf(kind, key))
  const changedBehind = once((provision: string) => changedIn([before, after], isChanged, provision))
  const read: Read = { before, after, isChanged, changedBehind }
  const days = once((provision: string) => dirtyDays(read, provision))
  const since = changes.some(({ kind }) => kind === 'material') ? BEGINNING : firstDirtyDay(read, days)
  return { ...read, dirtyDays: days, since }
}

/** Acts reach goods only through the rules that they act on, whose days count instead. */
function firstDirtyDay({ before, after }: Read, days: (provision: string) => readonly Interval[]): LocalDate {
  const rules = [before, after].flatMap((law) => [...law.linesByMaterial.values()].flat())
  const starts = [...new Set(rules.map(({ key }) => key))].flatMap((key) => days(key).map(({ from }) => from))
  const [first, ...rest] = starts
  return first === undefined ? BEGINNING : rest.reduce(earlier, first)
}

/** Whether a listing is changed: of the party itself, or of the instrument that lists it. */
export function isListingChanged({ isChanged }: Worlds, { key, instrument }: Party): boolean {
  return isChanged('party', key) || isChanged('instrument', instrument)
}

/** Whether both laws know a party, and of different countries. */
export function isMoved({ before, after }: Read, key: string): boolean {
  const [was, is] = [before.parties.get(key), after.parties.get(key)]
  return was !== undefined && is !== undefined && was.country !== is.country
}

function changedIn(laws: readonly Law[], isChanged: Read['isChanged'], key: string): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const follow = (law: Law, one: Provision): void => {
    if (seen.has(one.key)) return
    seen.add(one.key)
    if (isChanged('provision', one.key)) found.add(one.key)
    if (isChanged('instrument', one.instrument)) found.add(one.instrument)
    const { suspensions, extensions, repeals } = law.acts(one)
    for (const act of [...suspensions, ...extensions, ...repeals]) follow(law, act)
  }
  for (const law of laws) {
    seen.clear()
    const one = law.provisions.get(key)
    if (one !== undefined) follow(law, one)
    // A line whose instrument stopped binding, or began to, is in one of the laws alone.
    else if (isChanged('provision', key)) found.add(key)
  }
  return [...found].sort()
}

function nameOf(kind: Kind, key: string): string {
  return `${kind} ${key}`
}
