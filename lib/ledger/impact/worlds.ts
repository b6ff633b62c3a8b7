import type { Change, Kind } from '../change'
import type { Law } from '../law'
import type { Party, Provision } from '../record'

/** What a change set touches, and the two laws it stands between. */
export type Worlds = {
  readonly before: Law
  readonly after: Law
  /** Whether the record of a kind under a key is changed. */
  readonly isChanged: (kind: Kind, key: string) => boolean
  /** The changed keys that bear on the states of a provision: its own, its instrument's, and those of all acts on it. */
  readonly changedBehind: (provision: string) => readonly string[]
}

/** Two laws and what stands between them. */
export function worldsOf(before: Law, after: Law, changes: readonly Change[]): Worlds {
  const changed = new Set(changes.map(({ kind, key }) => nameOf(kind, key)))
  const isChanged = (kind: Kind, key: string) => changed.has(nameOf(kind, key))
  const known = new Map<string, readonly string[]>()
  return {
    before,
    after,
    isChanged,
    changedBehind: (provision) => {
      const found = known.get(provision) ?? changedIn([before, after], isChanged, provision)
      known.set(provision, found)
      return found
    },
  }
}

/** Whether a listing is changed: of the party itself, or of the instrument that lists it. */
export function isListingChanged({ isChanged }: Worlds, { key, instrument }: Party): boolean {
  return isChanged('party', key) || isChanged('instrument', instrument)
}

function changedIn(laws: readonly Law[], isChanged: Worlds['isChanged'], key: string): readonly string[] {
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
