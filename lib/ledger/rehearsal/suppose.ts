import type { LocalDate } from '../interval'
import { earlier, later, nextDay } from '../interval'
import type { Law } from '../law'
import { openLaw } from '../law'
import type { Provision } from '../record'
import { inForceRuns, suspensionVerifiedThrough } from '../span'
import type { Suspending } from './suspending'
import { endOf } from './suspending'

/**
 * The law as it would be if the suspensions of an instrument ended on another day than the record gives. Nothing is
 * written: the law that is given stays what it is, and is what comes back where the day is the record's own.
 *
 * Only days between the two ends read otherwise by their texts. The supposed end is one that nobody has looked at (R7): what
 * comes back after it is "pause ended, not verified", however far somebody looked at the record's own.
 *
 * @param lastDay the last day supposed, inclusive; not before the first day of the suspensions.
 */
export function supposeLastDay(law: Law, suspending: Suspending, lastDay: LocalDate): Law {
  if (lastDay === suspending.lastDay) return law
  const { instrument, lines } = suspending
  const end = nextDay(lastDay)
  const supposed = new Map(lines.map((line) => [line.key, piecesOf(law, suspending, line, end)]))
  const others = law.ledger.provisions.filter((one) => one.instrument === instrument.key && !supposed.has(one.key))
  const through = lines.map((line) => suspensionVerifiedThrough(law, line)).reduce(later, instrument.verifiedThrough)
  const kept = (target: string) => {
    if (target === instrument.key) return others.map(({ key }) => key)
    return supposed.has(target) ? [] : [target]
  }
  return openLaw(
    {
      ...law.ledger,
      instruments: law.ledger.instruments.map((one) =>
        one.key === instrument.key ? { ...one, verifiedThrough: earlier(through, lastDay) } : one,
      ),
      // What prolongs or ends the suspensions is answered by the day that is supposed: it must not act on them again.
      provisions: law.ledger.provisions.flatMap(
        (one) => supposed.get(one.key) ?? [{ ...one, targets: one.targets.flatMap(kept) }],
      ),
    },
    law.known,
  )
}

/** The days of a suspension as they are up to the supposed end; the last run of the last to end goes on to it. */
function piecesOf(law: Law, { lastDay }: Suspending, line: Provision, end: LocalDate): readonly Provision[] {
  const runs = inForceRuns(law, line)
  const own = endOf(law, line)
  const isLast = own === null || (lastDay !== null && own > lastDay)
  return runs.flatMap(({ from, to }, at) => {
    const until = isLast && at === runs.length - 1 ? end : to === null ? end : earlier(to, end)
    if (until <= from) return []
    // No key of a record holds the sign, so that a further run is never taken for another line.
    const key = at === 0 ? line.key : `${line.key}#${at + 1}`
    return [
      { ...line, key, inForce: { from, to: until }, lastDayReading: until === to ? line.lastDayReading : 'stated' },
    ]
  })
}
