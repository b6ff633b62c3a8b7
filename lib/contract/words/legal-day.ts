import { previousDay } from '@/lib/ledger/interval'
import type { LegalDay } from '@/lib/ledger/legal-day'
import type { KeptDay } from '@/lib/ledger/legal-history'
import type { MovedDay } from '@/lib/ledger/outgoing'
import { dayInBeijing } from '../beijing'
import type { NameOf } from '../history/names'
import { say } from './catalogue'
import { dayInWords } from './day'
import { materialsInShort } from './impact-cells'
import { instrumentName } from './instrument'
import { bracketed, listed, sentences } from './list'
import { bothTitles } from './names'

/** How many days before a legal day a calendar reminds of it. */
const REMINDED_BEFORE = [90, 30, 7, 1]

/**
 * What a calendar says of a legal day. The same whatever day is today, so it neither says "soon" nor "has passed".
 *
 * @param address where the record tells the present state of it, whole.
 */
export function legalDayInWords(kept: KeptDay, nameOf: NameOf, address: string) {
  const { day, cancelled, changed } = kept
  const plain = summaryOf(day)
  const summary = cancelled ? say('feeds.day.cancelled', { summary: plain }) : plain
  const { instrument } = day
  const description = [
    cancelled ? say('feeds.day.takenAway', { number: changed.number }) : null,
    whatItIs(day),
    instrument === null ? null : say('feeds.day.text', titleOf(instrument)),
    day.materials.length === 0 ? null : say('feeds.day.materials', { names: materialsInShort(day.materials, nameOf) }),
    day.regimes.length === 0
      ? null
      : say('feeds.day.regimes', {
          count: day.regimes.length,
          names: listed(day.regimes.map((key) => nameOf('regime', key))),
        }),
    say('feeds.day.recorded', {
      number: changed.number,
      day: dayInWords(dayInBeijing(new Date(changed.recordedAt))),
    }),
    say('feeds.day.check', { address }),
  ]
  const reminds = !cancelled && day.kind !== 'look-due'
  return {
    summary,
    description: description.filter((part) => part !== null).join('\n\n'),
    alarms: reminds
      ? REMINDED_BEFORE.map((days) => ({ days, description: say('feeds.day.alarm', { days, summary }) }))
      : [],
  }
}

/** What becomes of a day of the calendar: new, taken away, moved, or told otherwise. */
export function movedDayInWords({ before, after }: MovedDay): string {
  if (before === null) return say('feeds.out.new', { summary: summaryOf(after), day: dayInWords(after.on) })
  if (after === null) return say('feeds.out.gone', { summary: summaryOf(before), day: dayInWords(before.on) })
  const [summary, day] = [summaryOf(after), dayInWords(after.on)]
  if (before.on === after.on) return say('feeds.out.told', { summary, day })
  return say('feeds.out.moved', { summary, before: dayInWords(before.on), after: day })
}

/** A legal day in a few words: `First day after the suspension by No. 70 of 2025 (its last day: 10 November 2026)`. */
export function summaryOf(day: LegalDay): string {
  const { kind, instrument, event, claim, lines, suspended, on } = day
  const name = instrument === null ? '' : instrumentName(instrument)
  switch (kind) {
    case 'issued':
      return say('feeds.day.issued.summary', { name })
    case 'starts':
      return say(`feeds.day.starts.${suspended === 0 ? 'free' : suspended < lines ? 'partly' : 'suspended'}`, { name })
    case 'suspension-starts':
      return say('feeds.day.suspension-starts.summary', { name, targets: targetsOf(day) })
    case 'suspension-interrupted':
    case 'suspension-resumes':
      return say(`feeds.day.${kind}.summary`, { name })
    case 'suspension-ends':
      return say('feeds.day.suspension-ends.summary', { name, last: dayInWords(previousDay(on)) })
    case 'lapses':
      return say('feeds.day.lapses.summary', { name, last: dayInWords(previousDay(on)) })
    case 'deadline':
      return say('feeds.day.deadline.summary', { title: event?.title ?? claim?.statement ?? '' })
    case 'licence-term':
      return say('feeds.day.licence-term.summary', { title: event?.title ?? '' })
    case 'look-due':
      return say('feeds.day.look-due.summary', { name })
  }
}

/** What a legal day is, in sentences. */
export function whatItIs(day: LegalDay): string {
  const { kind, instrument, lines, suspended, on, assumedInclusive, verified, announced } = day
  const name = instrument === null ? '' : instrumentName(instrument)
  const [first, last] = [dayInWords(on), dayInWords(previousDay(on))]
  switch (kind) {
    case 'issued':
      return say('feeds.day.issued.what', { first, lines })
    case 'starts':
      return say('feeds.day.starts.what', { first, lines, suspended })
    case 'suspension-starts':
      return say('feeds.day.suspension-starts.what', { first, targets: targetsOf(day) })
    case 'suspension-interrupted':
    case 'suspension-resumes':
      return say(`feeds.day.${kind}.what`, { first, targets: targetsOf(day) })
    case 'suspension-ends':
      return sentences(
        say('feeds.day.suspension-ends.what', { first, last, targets: targetsOf(day) }),
        ...(assumedInclusive ? [say('feeds.day.suspension-ends.assumed', { last })] : []),
        say(`feeds.day.suspension-ends.${verified ? 'verified' : 'unverified'}`),
      )
    case 'lapses':
      return say('feeds.day.lapses.what', { first, last, lines })
    case 'deadline':
      return say(`feeds.day.deadline.${announced ? 'announced' : 'what'}`)
    case 'licence-term':
      return say('feeds.day.licence-term.what')
    case 'look-due':
      return say('feeds.day.look-due.what', { name })
  }
}

/** `No. 55 of 2025, part of No. 61 of 2025`: the instruments that a suspension acts on. */
export function targetsOf({ actsOn }: LegalDay): string {
  return listed(
    actsOn.map((acted) =>
      acted.whole ? instrumentName(acted) : say('feeds.day.part', { name: instrumentName(acted) }),
    ),
  )
}

function titleOf(instrument: NonNullable<LegalDay['instrument']>) {
  const { own, other } = bothTitles(instrument)
  return {
    name: instrumentName(instrument),
    title: other === null ? own.text : `${own.text}${bracketed(other.text)}`,
  }
}
