import 'server-only'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import {
  disputedInWords,
  distanceInWords,
  endsInWords,
  expectedInWords,
  kindInWords,
  ledeInWords,
  movedInWords,
  standingInWords,
  termsInWords,
  whatInWords,
} from '@/lib/contract/words/calendar'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { listed, sentences } from '@/lib/contract/words/list'
import { askedInWords } from '@/lib/contract/words/matrix'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'
import type { LocalDate } from '@/lib/ledger/interval'
import { exhibitFrame, under } from './frame'
import type { PageOf } from './page-of'
import { instrumentLink, linkOf, sourceLinks, tableOf } from './tables'

type CalendarPage = PageOf<'calendar'>

/** The calendar: what matters now in sentences, every legal day, the silence register, and the looks that are due. */
export function calendarExhibit(page: CalendarPage, recordedOn: LocalDate): Exhibit {
  const { calendar, coordinates } = page
  const { leading, silent, ahead, behind } = calendar
  const day = dayInWords(coordinates.question.on)
  const lede = ledeInWords(calendar)
  const asked = askedInWords(coordinates)
  const frame = exhibitFrame(page, recordedOn)
  return {
    ...frame,
    title: say('calendar.heading', { day }),
    description: say('exhibit.described', {
      answer: sentences(lede, listed(leading.slice(0, 5).map(({ toldOn }) => dayInWords(toldOn)))),
      asked,
    }),
    asked,
    sentences: [lede, ...leading.map((entry) => entryInWords(entry, page))],
    cells: [],
    grid: null,
    timelines: [],
    tables: [
      daysTable('leading', say('calendar.file.leading'), leading, page),
      silenceTable(page),
      dueTable(page),
      daysTable('days', say('calendar.file.days'), [...silent, ...ahead, ...behind], page),
    ],
    legend: [],
    notes: [say('calendar.note'), say('calendar.silence.note'), ...frame.notes],
  }
}

function entryInWords(entry: CalendarEntry, page: CalendarPage): string {
  const { day, toldOn } = entry
  const told = sentences(
    `${kindInWords(entry)} (${standingInWords(entry)}, ${distanceInWords(entry, page.coordinates.question.on)}).`,
    whatInWords(entry),
    endsInWords(entry),
    disputedInWords(entry),
    termsInWords(entry),
    day.instrument === null ? null : movedInWords(day.on, page.moved[day.id], page.materials),
  )
  return under(dayInWords(toldOn), told)
}

function daysTable(key: string, title: string, entries: readonly CalendarEntry[], page: CalendarPage): ExhibitTable {
  const { coordinates: at, moved, materials } = page
  return tableOf({ key, title, shown: key === 'leading' }, entries, [
    ['on', 'day', ({ toldOn }) => toldOn, say('calendar.file.toldOn')],
    ['from', 'day', ({ day }) => day.on, say('calendar.file.firstAfter')],
    ['kind', 'text', kindInWords],
    ['state', 'text', standingInWords],
    ['days', 'number', ({ passed }) => passed, distanceHead(page)],
    ['what', 'text', whatInWords],
    ['assumed', 'text', disputedInWords],
    ['says', 'text', (entry) => saysOf(entry, moved, materials)],
    ['instruments', 'list', ({ laws, statements }) => [...laws, ...statements].map((one) => instrumentLink(at, one))],
    ['note', 'text', ({ event }) => event?.summary ?? null],
    [
      'statement',
      'list',
      ({ claims }) => claims.map(({ key: claim, statement }) => linkOf(at, statement, { name: 'claim', key: claim })),
    ],
    ['key', 'text', ({ day }) => day.id],
  ])
}

function distanceHead({ coordinates }: CalendarPage): string {
  return say('calendar.count.today', { on: dayInWords(coordinates.question.on) })
}

function saysOf(
  { day }: CalendarEntry,
  moved: CalendarPage['moved'],
  materials: CalendarPage['materials'],
): string | null {
  return day.instrument === null ? null : movedInWords(day.on, moved[day.id], materials)
}

function silenceTable(page: CalendarPage): ExhibitTable {
  const { calendar, coordinates: at, sources, looks } = page
  const on = dayInWords(at.question.on)
  const rows = calendar.silent.flatMap((entry) =>
    [...entry.laws, ...entry.statements].map((instrument) => ({ entry, instrument })),
  )
  return tableOf({ key: 'silent', title: say('calendar.file.silent') }, rows, [
    ['on', 'day', ({ entry }) => entry.toldOn, say('calendar.file.toldOn')],
    ['kind', 'text', ({ entry }) => kindInWords(entry)],
    ['what', 'text', ({ entry }) => expectedInWords(entry), say('calendar.silence.expected')],
    [
      'days',
      'text',
      ({ entry }) => say('calendar.count.overdue', { days: entry.passed, on }),
      say('calendar.silence.overdue'),
    ],
    ['instrument', 'link', ({ instrument }) => instrumentLink(at, instrument)],
    ['verifiedThrough', 'day', ({ instrument }) => instrument.verifiedThrough],
    ['note', 'text', ({ instrument }) => instrument.verificationNote, say('calendar.silence.where')],
    ['author', 'text', ({ instrument }) => looks[instrument.key]?.author ?? null],
    ['sources', 'list', ({ instrument }) => sourceLinks(at, instrument.sources, sources)],
  ])
}

function dueTable({ calendar, coordinates: at }: CalendarPage): ExhibitTable {
  return tableOf(
    { key: 'due', title: say('calendar.file.due') },
    [...calendar.due, ...calendar.dueLater],
    [
      ['on', 'day', ({ on }) => on],
      ['instrument', 'link', ({ instrument }) => instrumentLink(at, instrument)],
      ['name', 'text', ({ instrument }) => instrumentName(instrument)],
      ['verifiedThrough', 'day', ({ instrument }) => instrument.verifiedThrough],
      ['days', 'number', ({ overdue }) => overdue, say('calendar.silence.overdue')],
    ],
  )
}
