import { LEADS } from '@/lib/contract/webhooks/kinds'
import { daysBetween, type LocalDate, nextDay, shiftDays } from '@/lib/ledger/interval'
import type { LegalDay } from '@/lib/ledger/legal-day'
import type { WholeRecord } from '@/lib/ledger/testimony'

export type Warning = LegalDay & { readonly lead: (typeof LEADS)[number]; readonly daysLeft: number }

/**
 * The legal days whose time to be told of has come since a day, and today at the latest. Where more than one warning of a day
 * has come due meanwhile, the nearest one speaks for all. That somebody should look again is no warning: editors have a list.
 *
 * @param since the day up to which all was told, before `today` or the same.
 */
export function warningsDue(days: readonly LegalDay[], since: LocalDate, today: LocalDate): readonly Warning[] {
  return days.flatMap((day) => {
    if (day.kind === 'look-due' || day.on <= today) return []
    const due = LEADS.filter((lead) => isDue(shiftDays(day.on, -lead), since, today)).at(-1)
    return due === undefined ? [] : [{ ...day, lead: due, daysLeft: daysBetween(today, day.on) }]
  })
}

/**
 * Days that have passed since a day, with nothing on file of what followed: a suspension that ended and was not looked at
 * since, a deadline of an event whose instruments nobody has looked at through it.
 */
export function silencesSince(
  record: WholeRecord,
  days: readonly LegalDay[],
  since: LocalDate,
  today: LocalDate,
): readonly LegalDay[] {
  return days.filter((day) => {
    if (day.kind === 'suspension-ends') return !day.verified && isDue(day.on, since, today)
    return day.kind === 'deadline' && isDue(nextDay(day.on), since, today) && !isLookedAt(record, day)
  })
}

/** Whether a day came after `since`, and is today at the latest; a webhook that was made today is told of today. */
function isDue(day: LocalDate, since: LocalDate, today: LocalDate): boolean {
  return day === today || (since < day && day <= today)
}

/** Where an event names no instrument, there is nothing to look at. */
function isLookedAt(record: WholeRecord, { event, on }: LegalDay): boolean {
  const named = record.events.find(({ key }) => key === event?.key)?.instruments ?? []
  return record.instruments.every(({ key, verifiedThrough }) => !named.includes(key) || verifiedThrough >= on)
}
