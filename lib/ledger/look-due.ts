import type { LocalDate } from './interval'
import { earlier, lastDayOfPeriod, nextDay, shiftDays } from './interval'
import type { Law } from './law'
import { eventsNaming, partiesListedBy, provisionsOf } from './of-instrument'
import type { Instrument } from './record'
import { spansOf } from './span'
import type { Event, WholeRecord } from './testimony'

/** So many days after the last look, an instrument is looked at again even if nothing is known to have happened. */
export const LONG_AGO = 90

/**
 * The first day on which somebody should look at an instrument again: something of it starts, stops or comes back, what an
 * event tells of it has run out, or nobody has looked for long. It depends on the record alone: a look moves it, no clock.
 */
export function lookDueOn(law: Law, record: WholeRecord, instrument: Instrument): LocalDate {
  const ends = eventsNaming(record, instrument.key).flatMap((event) => {
    const day = lastDayOfEvent(event)
    return day !== null && day > instrument.verifiedThrough ? [nextDay(day)] : []
  })
  const changed = changedSince(law, record, instrument)
  return [...ends, ...(changed === null ? [] : [changed])].reduce(
    earlier,
    nextDay(shiftDays(instrument.verifiedThrough, LONG_AGO)),
  )
}

/** The first day after the last look on which a provision or a party of an instrument changes its state. */
export function changedSince(law: Law, record: WholeRecord, instrument: Instrument): LocalDate | null {
  const days = [
    ...provisionsOf(law, instrument.key).flatMap((provision) => spansOf(law, provision).map((span) => span.from)),
    ...partiesListedBy(record, instrument.key).flatMap(({ listedOn, delistedOn }) =>
      delistedOn === null ? [listedOn] : [listedOn, delistedOn],
    ),
  ]
  return days.filter((day) => day > instrument.verifiedThrough).toSorted()[0] ?? null
}

/** A deadline is its own last day; licences and what a statement announces may have one, and most have none. */
export function lastDayOfEvent({ kind, startsOn, endsOn }: Event): LocalDate | null {
  const end = kind === 'deadline' ? (endsOn ?? startsOn) : kind === 'licensing' || kind === 'statement' ? endsOn : null
  return end === null ? null : lastDayOfPeriod(end)
}
