import { gathered } from '../gathered'
import type { LocalDate } from '../interval'
import { daysBetween, previousDay } from '../interval'
import type { Law } from '../law'
import type { LegalDay } from '../legal-day'
import { legalDaysOf } from '../legal-days'
import { lastDayOfEvent } from '../look-due'
import { compare } from '../order'
import type { Instrument } from '../record'
import type { Claim, Event, WholeRecord } from '../testimony'
import { announcingClaims } from './announced'

/** How a legal day stands on the asked day. */
export type DayStanding =
  /** It lies ahead, or is the asked day itself. */
  | 'ahead'
  /** It has passed, something should have appeared, and nobody has looked whether it did. */
  | 'silent'
  /** It has passed, and nothing more is waited for. */
  | 'past'

/** A legal day as one asked day sees it, with everything that it rests on. */
export type CalendarEntry = {
  readonly day: LegalDay
  /** The day by which readers know it: the last day of what ends, else the day itself. */
  readonly toldOn: LocalDate
  readonly standing: DayStanding
  /** Days from the told day to the asked day; negative while it lies ahead. */
  readonly passed: number
  readonly event: Event | null
  /** Who says so where no instrument does, the first first. */
  readonly claims: readonly Claim[]
  /** The laws and the statements that it is about. */
  readonly laws: readonly Instrument[]
  readonly statements: readonly Instrument[]
  /** The day through which all of them were looked at; `null` where there is none to look at. */
  readonly lookedThrough: LocalDate | null
}

/** An instrument that somebody should look at again, from the day on which that is due. */
export type LookDue = { readonly instrument: Instrument; readonly on: LocalDate; readonly overdue: number }

export type Calendar = {
  /** What matters on the asked day: what has passed in silence, oldest first, then what comes. */
  readonly leading: readonly CalendarEntry[]
  /** The silence register: dates that passed with nothing on file. */
  readonly silent: readonly CalendarEntry[]
  readonly ahead: readonly CalendarEntry[]
  /** The latest first. */
  readonly behind: readonly CalendarEntry[]
  /** Verifications that are due on the asked day, the longest overdue first, and those that come. */
  readonly due: readonly LookDue[]
  readonly dueLater: readonly LookDue[]
}

/** How many days ahead stand with what matters now. */
const LEADING_AHEAD = 8

/**
 * The legal days of a record as one day sees them.
 *
 * @param law of the record, as known on the day by which something must have been issued or said to count.
 * @param on the asked Beijing day.
 * @param days its legal days, where they are at hand.
 */
export function calendarOf(
  law: Law,
  record: WholeRecord,
  on: LocalDate,
  days: readonly LegalDay[] = legalDaysOf(record, law),
): Calendar {
  const announcing = announcingClaims(law, record.claims)
  const entries = days
    .filter(({ kind }) => kind !== 'look-due')
    .map((day) => entryOf(law, record, day, on, announcing))
    .toSorted((a, b) => compare(a.toldOn, b.toldOn) || compare(a.day.id, b.day.id))
  const silent = entries.filter(({ standing }) => standing === 'silent')
  const ahead = entries.filter(({ standing }) => standing === 'ahead')
  const looks = looksOf(record, days, on)
  return {
    leading: [...silent, ...ahead.filter(isAboutTheRecord).slice(0, LEADING_AHEAD)],
    silent,
    ahead,
    behind: entries.filter(({ standing }) => standing === 'past').toReversed(),
    due: looks.filter(({ overdue }) => overdue >= 0),
    dueLater: looks.filter(({ overdue }) => overdue < 0),
  }
}

/** Entries by the day by which they are told, in the order in which they come. */
export function byDay(entries: readonly CalendarEntry[]): readonly (readonly [CalendarEntry, ...CalendarEntry[]])[] {
  return gathered(entries, ({ toldOn }) => toldOn)
}

/** What bears on no regime of the record is told further down: a foreign procurement rule is no export control. */
function isAboutTheRecord({ day }: CalendarEntry): boolean {
  return day.regimes.length > 0
}

function entryOf(
  law: Law,
  record: WholeRecord,
  day: LegalDay,
  on: LocalDate,
  announcing: ReturnType<typeof announcingClaims>,
): CalendarEntry {
  const ends = day.kind === 'suspension-ends' || day.kind === 'lapses'
  const toldOn = ends ? previousDay(day.on) : day.on
  const event = record.events.find(({ key }) => key === day.event?.key) ?? eventOfEnd(record, day, toldOn)
  const saying = day.announced ? announcing.filter((one) => one.on === day.on && isOf(one.suspensions, day, event)) : []
  const named = new Set([
    ...(day.instrument === null ? [] : [day.instrument.key]),
    ...(day.instrument === null ? (event?.instruments ?? []) : []),
    ...(event === null ? saying.flatMap(({ suspensions }) => suspensions) : []),
  ])
  const instruments = record.instruments.filter(
    ({ key, issuedOn }) => named.has(key) && (law.known === null || issuedOn <= law.known),
  )
  const through = instruments.map(({ verifiedThrough }) => verifiedThrough).toSorted(compare)
  const lookedThrough = through[0] ?? null
  return {
    day,
    toldOn,
    standing: standingOn(day, toldOn, on, lookedThrough),
    passed: daysBetween(toldOn, on),
    event,
    claims: saying.map(({ claim }) => claim).toSorted((a, b) => compare(a.saidOn, b.saidOn)),
    laws: instruments.filter(({ binding }) => binding === 'law'),
    statements: instruments.filter(({ binding }) => binding === 'statement'),
    lookedThrough,
  }
}

/** What an event tells of the end of a suspension, beside the law that gives it. */
function eventOfEnd(record: WholeRecord, { kind, instrument }: LegalDay, lastDay: LocalDate): Event | null {
  if (kind !== 'suspension-ends' || instrument === null) return null
  const isIt = (event: Event) =>
    event.kind === 'deadline' && event.instruments.includes(instrument.key) && lastDayOfEvent(event) === lastDay
  return record.events.find(isIt) ?? null
}

function isOf(suspensions: readonly string[], day: LegalDay, event: Event | null): boolean {
  if (event === null) return day.claim !== null
  return suspensions.some((key) => event.instruments.includes(key))
}

/** @param through the earliest look at any of the instruments: where one was not looked at, the silence stays. */
function standingOn(day: LegalDay, toldOn: LocalDate, on: LocalDate, through: LocalDate | null): DayStanding {
  if (toldOn >= on) return 'ahead'
  switch (day.kind) {
    case 'suspension-ends':
      return day.verified ? 'past' : 'silent'
    case 'deadline':
    case 'licence-term':
    case 'lapses':
      return through === null || through >= day.on ? 'past' : 'silent'
    default:
      return 'past'
  }
}

function looksOf(record: WholeRecord, days: readonly LegalDay[], on: LocalDate): readonly LookDue[] {
  const instruments = new Map(record.instruments.map((one) => [one.key, one]))
  return days
    .filter(({ kind }) => kind === 'look-due')
    .flatMap((day) => {
      const instrument = instruments.get(day.instrument?.key ?? '')
      return instrument === undefined ? [] : [{ instrument, on: day.on, overdue: daysBetween(day.on, on) }]
    })
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.instrument.key, b.instrument.key))
}
