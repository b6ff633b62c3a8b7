import type { LocalDate } from '@/lib/ledger/interval'
import { say } from './catalogue'
import { dayInWords } from './day'

type Marks = {
  readonly urgent: { readonly due: LocalDate; readonly reviewedIn: number | null; readonly overdue: boolean } | null
  readonly reviews: number | null
  readonly reverts: number | null
  readonly revertedIn: readonly number[]
}

/** What is particular about how a revision came about, in sentences without links. */
export function marksInWords({ urgent, reviews, reverts, revertedIn }: Marks): string[] {
  return [
    ...(urgent === null ? [] : [urgentInWords(urgent)]),
    ...(reviews === null ? [] : [say.markup('history.mark.reviews', { number: reviews, to: plain })]),
    ...(reverts === null ? [] : [say.markup('history.mark.reverts', { number: reverts, to: plain })]),
    ...revertedIn.map((number) => say.markup('history.mark.reverted', { number, to: plain })),
  ]
}

function urgentInWords({ due, reviewedIn, overdue }: NonNullable<Marks['urgent']>): string {
  if (reviewedIn !== null) return say.markup('history.mark.reviewed', { number: reviewedIn, to: plain })
  return say(overdue ? 'history.mark.overdue' : 'history.mark.due', { day: dayInWords(due) })
}

function plain(words: string): string {
  return words
}
