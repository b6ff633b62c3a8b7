import ical, { ICalAlarmType, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { LocalDate } from '@/lib/ledger/interval'
import { writableIn } from '@/lib/ledger/writable'

/** A calendar as values: every address whole, every sentence said, every instant in UTC as `toISOString` writes it. */
export type CalendarDocument = {
  readonly name: string
  readonly description: string
  /** Where the calendar itself is found, and the page for people that it belongs to. */
  readonly source: string
  readonly home: string
  readonly events: readonly CalendarEvent[]
}

export type CalendarEvent = {
  readonly uid: string
  readonly sequence: number
  readonly cancelled: boolean
  /** A whole day as the gazette prints it: no hour, no time zone. */
  readonly on: LocalDate
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly category: string
  readonly created: string
  readonly changed: string
  /** Whole days before, each with its own sentence. */
  readonly alarms: readonly { readonly days: number; readonly description: string }[]
}

const HOUR = 3_600
const DAY = 24 * HOUR

/** How often subscribers should ask again. */
const REFRESHED_AFTER = 6 * HOUR

/** A calendar as iCalendar (RFC 5545, with the properties of RFC 7986). The same values give the same bytes. */
export function calendarFile(document: CalendarDocument): string {
  const { name, description, source, home, events } = writableIn(document)
  const calendar = ical({
    prodId: { company: 'Sluice', product: 'Legal days', language: 'EN' },
    name,
    description,
    source,
    url: home,
    ttl: REFRESHED_AFTER,
    events: events.map((event) => ({
      id: event.uid,
      sequence: event.sequence,
      start: event.on,
      allDay: true,
      summary: event.summary,
      description: event.description,
      url: event.url,
      categories: [{ name: event.category }],
      created: event.created,
      stamp: event.changed,
      lastModified: event.changed,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: event.alarms.map((alarm) => ({
        type: ICalAlarmType.display,
        triggerBefore: alarm.days * DAY,
        description: alarm.description,
      })),
    })),
  })
  return `${calendar.toString()}\r\n`
}
