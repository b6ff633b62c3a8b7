import type { LocalDate } from './interval'
import type { Law } from './law'
import { compare } from './order'
import type { Provision } from './record'
import { spanOn } from './span'
import type { LineState, ProvisionSpan } from './status'

/** One provision by itself on one day: not an answer about a cell, but what the line is doing. */
export type Standing = Pick<ProvisionSpan, 'state' | 'suspendedBy' | 'revivedFrom' | 'applied'> & {
  readonly provision: Provision
  /** The first day of that state; `null` when it was so before the record begins. */
  readonly stateFrom: LocalDate | null
  /** The first day after that state. */
  readonly stateTo: LocalDate | null
}

/** What one provision is doing on a day (R3–R7). */
export function standingOn(law: Law, provision: Provision, on: LocalDate): Standing {
  const { from, to, state, suspendedBy, revivedFrom, applied } = spanOn(law, provision, on)
  const stateFrom = from < law.coversFrom ? null : from
  return { provision, state, suspendedBy, revivedFrom, applied, stateFrom, stateTo: to }
}

/** Every item line that names a material, the earliest first, whatever a question's destination, end use or party. */
export function itemLines(law: Law, material: string): readonly Provision[] {
  return [...(law.linesByMaterial.get(material) ?? [])].sort(
    (a, b) => compare(a.inForce.from, b.inForce.from) || compare(a.key, b.key),
  )
}

/** How many lines are in one state; `firm` is false for those in force again on a revival that nobody verified (R7). */
export type StateCount = {
  readonly state: LineState
  readonly firm: boolean
  readonly lines: number
}

/** Lines by what they are doing, the most frequent first. */
export function countStates(standings: readonly Standing[]): readonly StateCount[] {
  const counts: StateCount[] = []
  for (const { state, revivedFrom } of standings) {
    const firm = revivedFrom.length === 0
    const at = counts.findIndex((count) => count.state === state && count.firm === firm)
    const counted = counts[at]
    if (counted === undefined) counts.push({ state, firm, lines: 1 })
    else counts[at] = { ...counted, lines: counted.lines + 1 }
  }
  return counts.sort((a, b) => b.lines - a.lines)
}
