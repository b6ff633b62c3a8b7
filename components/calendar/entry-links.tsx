import { linkAskingMatrix, linkComparing, linkTo } from '@/components/marks/link-to'
import { LinkList } from '@/components/ui/link-list'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords, looseInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { listed } from '@/lib/contract/words/list'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'
import { previousDay } from '@/lib/ledger/interval'

type Links = Parameters<typeof LinkList>[0]['links']

/** Where one goes on from a day: its rehearsal, what differs from the day before, its instruments, who said it. */
export function EntryLinks({ entry, at }: { readonly entry: CalendarEntry; readonly at: Coordinates }) {
  const links = [...rehearsalsOf(entry, at), ...lawOf(entry, at), ...recordsOf(entry, at)]
  const own = links.filter(({ href }, index) => links.findIndex((other) => other.href === href) === index)
  // A day may have several entries: its first record tells their lists apart.
  const of = [entry.day.instrument, ...entry.laws, ...entry.statements].find((one) => one !== null && one !== undefined)
  const told = [dayInWords(entry.toldOn), ...(of === undefined || of === null ? [] : [instrumentName(of)])]
  return <LinkList name={`${say('calendar.link.name')} ${listed(told)}`} links={own} />
}

function rehearsalsOf({ day, laws }: CalendarEntry, at: Coordinates): Links {
  if (day.kind === 'suspension-ends' && day.instrument !== null) {
    const { key } = day.instrument
    return [{ href: linkTo(at, { name: 'rehearsal', key, until: null }), words: say('calendar.link.rehearse') }]
  }
  if (!day.announced) return []
  return laws.slice(0, 1).map(({ key }) => ({
    href: linkTo(at, { name: 'rehearsal', key, until: day.on }),
    words: say('calendar.link.supposing', { day: dayInWords(day.on) }),
  }))
}

/** All materials: a day is told whole, whatever the reader's own scope. */
function lawOf({ day, standing }: CalendarEntry, at: Coordinates): Links {
  if (day.instrument === null) return []
  const first = dayInWords(day.on)
  const then = { ...at, scope: 'all' as const, question: { ...at.question, on: day.on } }
  return [
    { href: linkComparing(then, { on: previousDay(day.on) }), words: say('calendar.link.before', { first }) },
    ...(standing === 'past'
      ? []
      : [{ href: linkAskingMatrix(at, { on: day.on }), words: say('calendar.link.matrix', { first }) }]),
  ]
}

function recordsOf({ laws, statements, event, claims }: CalendarEntry, at: Coordinates): Links {
  return [
    ...[...laws, ...statements].map((instrument) => ({
      href: linkTo(at, { name: 'instrument', key: instrument.key }),
      words: say('calendar.link.instrument', { name: instrumentName(instrument) }),
    })),
    ...claims.map(({ key, speaker, saidOn }) => ({
      href: linkTo(at, { name: 'claim', key }),
      words: say('calendar.link.claim', { speaker: speaker.name, day: looseInWords(saidOn) }),
    })),
    ...(event === null
      ? []
      : [{ href: linkTo(at, { name: 'history', kind: 'event', key: event.key }), words: say('calendar.link.event') }]),
  ]
}
