import { isSame } from './equal'
import type { LegalDay } from './legal-day'
import type { Revision } from './revision'

/** A legal day as the newest revision knows it, or, once it was taken away, as it was known last. */
export type KeptDay = {
  readonly day: LegalDay
  /** How often it changed since it was first told: each revision that moved, reworded, cancelled or restored it counts. */
  readonly sequence: number
  readonly cancelled: boolean
  readonly first: Told
  /** The revision that last changed it. */
  readonly changed: Told
  /** Everything that it ever was about: who follows one of these is told that the day is gone, or about something else. */
  readonly materials: ReadonlySet<string>
  readonly regimes: ReadonlySet<string>
}

type Told = Pick<Revision, 'number' | 'recordedAt'>

/** Legal days by their names. One that was told once is kept for ever. */
export type LegalHistory = ReadonlyMap<string, KeptDay>

/** The history after one more revision, which leaves these legal days. */
export function historyAfter(history: LegalHistory, days: readonly LegalDay[], revision: Told): LegalHistory {
  const told: Told = { number: revision.number, recordedAt: revision.recordedAt }
  const standing = new Set(days.map(({ id }) => id))
  const gone = [...history].filter(([id, { cancelled }]) => !standing.has(id) && !cancelled)
  return new Map([
    ...history,
    ...gone.map(([id, kept]) => [id, { ...kept, cancelled: true, ...changedAgain(kept, told) }] as const),
    ...days.map((day) => [day.id, keptAfter(history.get(day.id), day, told)] as const),
  ])
}

function keptAfter(before: KeptDay | undefined, day: LegalDay, told: Told): KeptDay {
  const [materials, regimes] = [new Set(day.materials), new Set(day.regimes)]
  if (before === undefined) {
    return { day, sequence: 0, cancelled: false, first: told, changed: told, materials, regimes }
  }
  if (!before.cancelled && isSame(before.day, day)) return before
  return {
    ...before,
    ...changedAgain(before, told),
    day,
    cancelled: false,
    materials: new Set([...before.materials, ...materials]),
    regimes: new Set([...before.regimes, ...regimes]),
  }
}

function changedAgain({ sequence }: KeptDay, changed: Told): Pick<KeptDay, 'sequence' | 'changed'> {
  return { sequence: sequence + 1, changed }
}
