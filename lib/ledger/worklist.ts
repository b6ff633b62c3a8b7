import { endingsFrom, silencesOn } from './agenda'
import { type LocalDate, nextDay, shiftDays } from './interval'
import { openLaw } from './law'
import { changedSince, LONG_AGO, lastDayOfEvent } from './look-due'
import type { Instrument } from './record'
import type { Event, WholeRecord } from './testimony'

/** Why somebody should look at an instrument again, the most urgent first. */
export type LookReason =
  /** A suspension's last day has passed and nothing on file says what followed (R7); `day` is that last day. */
  | { readonly why: 'suspension-ended'; readonly day: LocalDate }
  /** Something of it started, stopped or came back on `day`, the first such day after the last look. */
  | { readonly why: 'date-passed'; readonly day: LocalDate }
  /** A licence, an authorisation or a deadline that an event tells of ran out on `day`, later than the last look. */
  | { readonly why: 'event-passed'; readonly day: LocalDate; readonly event: Event }
  /** A suspension of it, or by it, will run out: `day` is its last. */
  | { readonly why: 'suspension-ends'; readonly day: LocalDate }
  /** What an event tells of will run out on `day`. */
  | { readonly why: 'event-ends'; readonly day: LocalDate; readonly event: Event }
  /** Nobody has looked since `day`. */
  | { readonly why: 'long-ago'; readonly day: LocalDate }

/** An instrument that somebody should look at. */
export type Look = {
  readonly instrument: Instrument
  /** The first day on which the look was due, inclusive; `null` while nothing is overdue and something is near. */
  readonly overdueSince: LocalDate | null
  /** At least one, the most urgent first; one of each kind and day, and of each event. */
  readonly reasons: readonly LookReason[]
}

/** What runs out within so many days is told beforehand. */
const SOON = 30

const URGENCY = ['suspension-ended', 'date-passed', 'event-passed', 'suspension-ends', 'event-ends', 'long-ago']

/**
 * The instruments that somebody should look at on a day, those first that are overdue, and of these the longest overdue.
 *
 * A look moves `verifiedThrough` and nothing else does, so an entry stays until somebody looks, however often it is read.
 *
 * @param on a Beijing day; the record is judged as it stands, whatever the day on which it was recorded.
 */
export function worklistOn(record: WholeRecord, on: LocalDate): readonly Look[] {
  const law = openLaw(record, null)
  const reasons = new Map<string, LookReason[]>()
  const note = (key: string, reason: LookReason) => void reasons.set(key, [...(reasons.get(key) ?? []), reason])

  for (const { instrument, lastDay } of silencesOn(law, on)) {
    note(instrument.key, { why: 'suspension-ended', day: lastDay })
  }
  for (const { instrument, lastDay, suspends } of endingsFrom(law, on)) {
    if (lastDay > shiftDays(on, SOON)) continue
    for (const key of [instrument.key, ...suspends.map((one) => one.key)])
      note(key, { why: 'suspension-ends', day: lastDay })
  }
  for (const event of record.events) noteEvent(record, event, on, note)
  for (const instrument of record.instruments) {
    const day = changedSince(law, record, instrument)
    if (day !== null && day <= on) note(instrument.key, { why: 'date-passed', day })
    if (isLongAgo(instrument, on)) note(instrument.key, { why: 'long-ago', day: instrument.verifiedThrough })
  }
  return record.instruments.flatMap((one) => lookAt(one, reasons.get(one.key) ?? [])).toSorted(moreUrgent)
}

function noteEvent(
  record: WholeRecord,
  event: Event,
  on: LocalDate,
  note: (key: string, reason: LookReason) => void,
): void {
  const day = lastDayOfEvent(event)
  if (day === null || day > shiftDays(on, SOON)) return
  for (const { key, verifiedThrough } of record.instruments) {
    if (!event.instruments.includes(key)) continue
    if (day >= on) note(key, { why: 'event-ends', day, event })
    else if (day > verifiedThrough) note(key, { why: 'event-passed', day, event })
  }
}

function isLongAgo({ verifiedThrough }: Instrument, on: LocalDate): boolean {
  return shiftDays(verifiedThrough, LONG_AGO) < on
}

function lookAt(instrument: Instrument, found: readonly LookReason[]): readonly Look[] {
  if (found.length === 0) return []
  const ended = found.flatMap(({ why, day }) => (why === 'suspension-ended' ? nextDay(day) : []))
  const reasons = found
    .filter((one, at) => found.findIndex((other) => nameOf(other) === nameOf(one)) === at)
    .filter(({ why, day }) => why !== 'date-passed' || !ended.includes(day))
    .toSorted((a, b) => URGENCY.indexOf(a.why) - URGENCY.indexOf(b.why) || (a.day < b.day ? -1 : 1))
  const due = reasons.flatMap((reason) => dueSince(reason) ?? []).toSorted()
  return [{ instrument, overdueSince: due[0] ?? null, reasons }]
}

function nameOf(reason: LookReason): string {
  return [reason.why, reason.day, 'event' in reason ? reason.event.key : ''].join(' ')
}

function dueSince({ why, day }: LookReason): LocalDate | null {
  switch (why) {
    case 'suspension-ended':
    case 'event-passed':
      return nextDay(day)
    case 'date-passed':
      return day
    case 'long-ago':
      return nextDay(shiftDays(day, LONG_AGO))
    default:
      return null
  }
}

function moreUrgent(a: Look, b: Look): number {
  const urgency = (look: Look) =>
    look.overdueSince === null ? URGENCY.length : URGENCY.indexOf(look.reasons[0]?.why ?? '')
  const since = (look: Look) => look.overdueSince ?? look.reasons[0]?.day ?? ''
  return urgency(a) - urgency(b) || (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)
}
