import 'server-only'
import type { Calendar, CalendarEntry } from '@/lib/ledger/calendar/calendar'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import { causeName, type Moved, movedByCause } from '@/lib/ledger/calendar/moved'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import { lookBehindDays } from '@/lib/ledger/looks'
import { allSuspending } from '@/lib/ledger/rehearsal/suspending'
import { frameOf, mentionsOf } from './frame'
import { lastLooks } from './last-looks'
import type { Opened } from './opened'
import { onceForAgreeing } from './same-lists'

/** The legal days ahead and behind, as of the asked day. */
export async function calendarPage(opened: Opened) {
  const { coordinates, law, record } = opened
  const calendar = calendarFor(opened)
  const { silent, ahead, behind } = calendar
  const all = [...silent, ...ahead, ...behind]
  const cited = all.flatMap(({ event, claims }) => [...(event === null ? [] : [event]), ...claims])
  const silentOver = silent.flatMap(({ laws, statements }) => [...laws, ...statements])
  return {
    ...frameOf(opened, lookBehindDays(calendar) ?? undefined),
    calendar,
    /** What each day does to cells of the scope under the question, by the name of the day. */
    moved: movedOn(opened, all),
    /** Who looked at what the silence is about, by instrument. */
    looks: await lastLooks(silentOver, coordinates.revision),
    ...mentionsOf(record, [...cited, ...silentOver], record.instruments),
    materials: Object.fromEntries([...law.materials.values()].map((material) => [material.key, material])),
    suspending: allSuspending(law),
    coversFrom: law.coversFrom,
  }
}

/** What matters on the asked day: what has passed in silence, oldest first, then the next days that law or a statement names. */
export function leadingDays(opened: Opened): readonly CalendarEntry[] {
  return calendarFor(opened).leading
}

function movedOn({ law, coordinates }: Opened, entries: readonly CalendarEntry[]): { readonly [id: string]: Moved } {
  const moved = movedByCause(law, coordinates.question, coordinates.scope)
  return Object.fromEntries(
    entries.flatMap(({ day }) => {
      const own = moved.get(causeName(day) ?? '')
      return own === undefined ? [] : [[day.id, own] as const]
    }),
  )
}

/** The days are the same for every asked day: they are worked out once for each law, and for what is said beside it. */
const daysOf = onceForAgreeing(['events', 'claims'], legalDaysOf)

function calendarFor(opened: Opened): Calendar {
  const { law, record, coordinates } = opened
  return calendarOf(law, record, coordinates.question.on, daysOf(opened))
}
