import type { LocalDate } from '../interval'
import { earlier, previousDay } from '../interval'
import type { Law } from '../law'
import type { Instrument, Provision } from '../record'
import { inForceRuns } from '../span'

/** An instrument that suspends others, with the days of all its suspensions together. */
export type Suspending = {
  readonly instrument: Instrument
  readonly lines: readonly Provision[]
  readonly firstDay: LocalDate
  /** The last day of the last of them, inclusive; `null` where no end is on file. */
  readonly lastDay: LocalDate | null
  /** Whether the text can be read as ending a day earlier. */
  readonly assumedInclusive: boolean
}

/** The suspensions of an instrument as a law knows them; `null` where it suspends nothing on any day. */
export function suspendingOf(law: Law, key: string): Suspending | null {
  const instrument = law.instruments.get(key)
  const lines = [...law.provisions.values()].filter(
    (line) => line.instrument === key && line.effect === 'suspend' && inForceRuns(law, line).length > 0,
  )
  const [first, ...others] = lines.flatMap((line) => inForceRuns(law, line)[0]?.from ?? [])
  if (instrument === undefined || first === undefined) return null
  const ends = lines.map((line) => endOf(law, line))
  const lastDay = ends.includes(null)
    ? null
    : previousDay(
        ends
          .flatMap((end) => end ?? [])
          .toSorted()
          .at(-1) ?? first,
      )
  return {
    instrument,
    lines,
    firstDay: others.reduce(earlier, first),
    lastDay,
    assumedInclusive: lastDay !== null && lines.some((line) => line.lastDayReading === 'assumed-inclusive'),
  }
}

/** Every instrument that suspends others, the first to begin first. */
export function allSuspending(law: Law): readonly Suspending[] {
  const keys = new Set([...law.provisions.values()].flatMap((one) => (one.effect === 'suspend' ? one.instrument : [])))
  return [...keys]
    .flatMap((key) => suspendingOf(law, key) ?? [])
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0))
}

/** The first day after the last run of a suspension; `null` where it has no end. */
export function endOf(law: Law, line: Provision): LocalDate | null {
  return inForceRuns(law, line).at(-1)?.to ?? null
}
