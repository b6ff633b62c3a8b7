import type { Calendar, CalendarEntry } from '@/lib/ledger/calendar/calendar'
import type { Moved } from '@/lib/ledger/calendar/moved'
import type { LocalDate } from '@/lib/ledger/interval'
import { daysBetween } from '@/lib/ledger/interval'
import type { Material } from '@/lib/ledger/record'
import { say } from './catalogue'
import { dayInWords } from './day'
import { instrumentName } from './instrument'
import { targetsOf } from './legal-day'
import { listed } from './list'
import { nameOf } from './names'
import { statusWord } from './status'

/** How many dates passed in silence, how many lie ahead, and how many verifications are overdue or due on the asked day. */
export function ledeInWords({ silent, ahead, due }: Calendar): string {
  const overdue = due.filter((one) => one.overdue > 0).length
  return say('calendar.lede', { silent: silent.length, ahead: ahead.length, overdue, dueNow: due.length - overdue })
}

/** What kind of day it is: what a statement announces is told apart from every day of law. */
export function kindInWords({ day }: CalendarEntry): string {
  return say(`calendar.kind.${day.announced ? 'announced' : day.kind}`)
}

/** How it stands on the asked day. */
export function standingInWords({ standing, day }: CalendarEntry): string {
  if (standing !== 'silent') return say(`calendar.standing.${standing}`)
  return say(`calendar.standing.${day.kind === 'suspension-ends' ? 'silent' : 'silentAnnounced'}`)
}

/** `12 days before 22 November 2026`: how far the told day lies from the asked one. */
export function distanceInWords({ toldOn }: Pick<CalendarEntry, 'toldOn'>, asked: LocalDate): string {
  const [days, on] = [daysBetween(toldOn, asked), dayInWords(asked)]
  if (days === 0) return say('calendar.count.today', { on })
  return days > 0 ? say('calendar.count.passed', { days, on }) : say('calendar.count.ahead', { days: -days, on })
}

/** What the day is, in a sentence. */
export function whatInWords({ day, event }: CalendarEntry): string {
  const { kind, lines, suspended, announced, claim } = day
  const name = day.instrument === null ? '' : instrumentName(day.instrument)
  const title = event?.title ?? claim?.statement ?? ''
  switch (kind) {
    case 'issued':
    case 'lapses':
      return say(`calendar.what.${kind}`, { name, lines })
    case 'starts':
      return say('calendar.what.starts', { name, lines, suspended })
    case 'suspension-starts':
    case 'suspension-ends':
    case 'suspension-interrupted':
    case 'suspension-resumes':
      return say(`calendar.what.${kind}`, { name, targets: targetsOf(day) })
    case 'deadline':
      return say(`calendar.what.${announced ? 'announced' : 'deadline'}`, { title })
    case 'licence-term':
      return say('calendar.what.licence-term', { title })
    case 'look-due':
      return say('calendar.kind.look-due')
  }
}

/** Both ends of what ends, each labelled; `null` of a day that ends nothing. */
export function endsInWords({ day, toldOn }: CalendarEntry): string | null {
  if (toldOn === day.on) return null
  return say('calendar.days', { last: dayInWords(toldOn), first: dayInWords(day.on) })
}

/** That the last day rests on a reading that is disputed; `null` where it does not. */
export function disputedInWords({ day, toldOn }: CalendarEntry): string | null {
  return day.assumedInclusive ? say('calendar.disputed', { last: dayInWords(toldOn) }) : null
}

/** What should have appeared by a day that passed in silence. */
export function expectedInWords({ day: { kind } }: CalendarEntry): string {
  return kind === 'suspension-ends' || kind === 'licence-term' || kind === 'lapses'
    ? say(`calendar.silence.${kind}`)
    : say('calendar.silence.deadline')
}

/** What is on file of licences that a statement tells of: its own conditions; `null` where it states none. */
export function termsInWords({ day, statements }: CalendarEntry): string | null {
  const terms = day.kind === 'licence-term' ? statements.flatMap(({ conditions }) => conditions.slice(0, 1)) : []
  return terms.length === 0 ? null : say('calendar.terms', { terms: listed(terms, 'apart') })
}

/** Which cells of the scope a legal day moves, from what to what. */
export function movedInWords(
  on: LocalDate,
  moved: Moved | undefined,
  materials: { readonly [key: string]: Material },
): string {
  const name = (key: string) => {
    const material = materials[key]
    return material === undefined ? key : (material.symbol ?? nameOf(material))
  }
  const shifts = (moved?.shifts ?? []).map(({ before, after, cells, materials: keys }) =>
    say('calendar.shift', {
      cells,
      materials: listed(keys.map(name)),
      before: statusWord(before),
      after: statusWord(after),
    }),
  )
  return say('calendar.moved', { cells: moved?.cells ?? 0, day: dayInWords(on), shifts: listed(shifts, 'apart') })
}
