import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'
import type { PlainFlipGroup } from '@/lib/ledger/plain-flips'
import type { Revision } from '@/lib/ledger/revision'
import { nameOfCountry } from '../countries'
import { DEFAULT_FROM } from '../question-segments'
import { byWhom } from './by-whom'
import { say } from './catalogue'
import { dayInWords } from './day'
import { instantInWords } from './instant'

/** Cells that flip alike, with their materials by name. */
export type NamedGroup = PlainFlipGroup & { readonly named: string }

type Moved = { readonly cells: number; readonly groups: readonly NamedGroup[]; readonly left: number }

type Marks = {
  readonly publisher: string | null
  readonly urgent: { readonly due: LocalDate; readonly reviewedIn: number | null } | null
  readonly reviews: number | null
  readonly reverts: number | null
  readonly revertedIn: readonly number[]
}

/**
 * What a feed says of a revision: its kind and reason, which cells flip on which days, who answers for it, and whether it
 * was made in a hurry, reviewed or taken back.
 *
 * @param moved `null` for the first revision, which stands on nothing.
 */
export function entryInWords(revision: Revision, marks: Marks, moved: Moved | null) {
  const { number, kind, reason, recordedAt } = revision
  const hurry = marks.urgent === null ? 'title' : 'urgentTitle'
  const lead = say('feeds.entry.lead', { number, kind: say(`history.kind.${kind}`), at: instantInWords(recordedAt) })
  const flips = moved?.groups.map(groupInWords) ?? []
  const rest = moved === null || moved.left === 0 ? [] : [say('feeds.entry.left', { count: moved.left })]
  return {
    title: say(`feeds.entry.${hurry}`, { number, kind: say(`feeds.kind.${kind}`), reason }),
    summary: [...marksInWords(marks), movedInWords(moved), ...flips, ...rest].join(' '),
    html: [
      paragraph(reason),
      paragraph(lead),
      ...marksInWords(marks).map(paragraph),
      paragraph(movedInWords(moved)),
      flips.length === 0 ? '' : `<ul>${[...flips, ...rest].map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`,
      paragraph(byWhom(revision, marks)),
    ].join(''),
  }
}

function movedInWords(moved: Moved | null): string {
  if (moved === null) return say('feeds.entry.first')
  return moved.cells === 0 ? say('feeds.entry.none') : say('feeds.entry.moved', { cells: moved.cells })
}

function groupInWords({ from, to, before, after, exporter, cells, named }: NamedGroup): string {
  return say('feeds.entry.group', {
    days: daysInWords(from, to === null ? null : previousDay(to)),
    cells,
    materials: named,
    before: say(`status.cell.${before}`),
    after: say(`status.cell.${after}`),
    exporter: exporter === DEFAULT_FROM ? 'home' : 'other',
    country: nameOfCountry(exporter),
  })
}

function daysInWords(first: LocalDate, last: LocalDate | null): string {
  if (last === null) return say('feeds.days.from', { first: dayInWords(first) })
  if (last === first) return say('feeds.days.on', { first: dayInWords(first) })
  return say('feeds.days.through', { first: dayInWords(first), last: dayInWords(last) })
}

function marksInWords({ urgent, reviews, reverts, revertedIn }: Marks): readonly string[] {
  return [
    ...(urgent === null ? [] : [urgentInWords(urgent)]),
    ...(reviews === null ? [] : [say('feeds.mark.reviews', { number: reviews })]),
    ...(reverts === null ? [] : [say('feeds.mark.reverts', { number: reverts })]),
    ...revertedIn.map((number) => say('feeds.mark.reverted', { number })),
  ]
}

function urgentInWords({ due, reviewedIn }: NonNullable<Marks['urgent']>): string {
  if (reviewedIn !== null) return say('feeds.mark.reviewed', { number: reviewedIn })
  return say('history.mark.due', { day: dayInWords(due) })
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
