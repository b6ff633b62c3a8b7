import type { LocalDate } from './interval'
import { lastDayOfPeriod } from './interval'
import type { Claim, Event, Precision } from './testimony'

const LENGTH: { readonly [precision in Precision]: number } = { day: 10, month: 7, year: 4 }

/** A date as exactly as it is known: `2025-06-05` known to the month is `2025-06`. */
export function asKnown(date: string, precision: Precision): string {
  return date.slice(0, LENGTH[precision])
}

/** A claim dated no more exactly than it is known. */
export function claimAsDated(claim: Claim): Claim {
  return { ...claim, saidOn: asKnown(claim.saidOn, claim.precision) }
}

/** An event dated no more exactly than it is known. */
export function eventAsDated(event: Event): Event {
  const { startsOn, endsOn, precision } = event
  return {
    ...event,
    startsOn: asKnown(startsOn, precision),
    endsOn: endsOn === null ? null : asKnown(endsOn, precision),
  }
}

/** The day by which a claim had been made for certain: one dated to a month is read on the month's last day. */
export function saidBy({ saidOn, precision }: Claim): LocalDate {
  return lastDayOfPeriod(asKnown(saidOn, precision))
}
