import 'server-only'
import type { ChangeDay } from '@/lib/ledger/agenda'
import { changeDaysOf } from '@/lib/ledger/agenda'
import type { Calendar, CalendarEntry } from '@/lib/ledger/calendar/calendar'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import type { LocalDate } from '@/lib/ledger/interval'
import { allSuspending } from '@/lib/ledger/rehearsal/suspending'
import { frameOf, mentionsOf } from './frame'
import { lastLooks } from './last-looks'
import type { Opened } from './opened'

/** The legal days ahead and behind, as of the asked day. */
export async function calendarPage(opened: Opened) {
  const { coordinates, law, record } = opened
  const { question, scope } = coordinates
  const calendar = calendarFor(opened)
  const moved: { readonly [day: LocalDate]: ChangeDay } = Object.fromEntries(
    changeDaysOf(law, question, scope).map((day) => [day.on, day]),
  )
  const { silent, ahead, behind } = calendar
  const cited = [...silent, ...ahead, ...behind].flatMap(({ event, claims }) => [
    ...(event === null ? [] : [event]),
    ...claims,
  ])
  const silentOver = silent.flatMap(({ laws, statements }) => [...laws, ...statements])
  return {
    ...frameOf(opened),
    calendar,
    /** What cells of the scope do under the question, by the day on which they do it. */
    moved,
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

function calendarFor({ record, coordinates: { question } }: Opened): Calendar {
  return calendarOf(record, question.on, question.known)
}
