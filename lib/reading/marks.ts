import 'server-only'
import { dayInBeijing } from '@/lib/contract/beijing'
import { type PublicationMark, publicationsOf } from '@/lib/db/publications'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Revision } from '@/lib/ledger/revision'

/** What readers are told of how a revision came about, as its address's own revision and day know it. */
export type Marks = {
  /** The public name of who published it; `null` where none was chosen, or nobody but the files answers for it. */
  readonly publisher: string | null
  /** For what one person published in a hurry. */
  readonly urgent: {
    /** The Beijing day by which another must have reviewed it, that day included. */
    readonly due: LocalDate
    readonly reviewedIn: number | null
    /** The day asked about lies after the due day, and no revision so far says that it was reviewed. */
    readonly overdue: boolean
  } | null
  readonly reviews: number | null
  readonly reverts: number | null
  readonly revertedIn: readonly number[]
}

/**
 * The marks of revisions, pure functions of the revision and the day that an address names: what was published later
 * does not change them.
 *
 * @param at the revision of the address; publications after it are not seen.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function marksOf(
  revisions: readonly Revision[],
  at: number,
  on: LocalDate,
): Promise<ReadonlyMap<number, Marks>> {
  const numbers = revisions.map(({ number }) => number)
  const publications = await publicationsOf(numbers, at)
  return new Map(numbers.map((number) => [number, markOf(number, publications, on)]))
}

function markOf(number: number, publications: readonly PublicationMark[], on: LocalDate): Marks {
  const own = publications.find(({ revision }) => revision === number)
  const reviewedIn = publications.find(({ reviews }) => reviews === number)?.revision ?? null
  return {
    publisher: own?.publisherName ?? null,
    urgent: own?.reviewDue == null ? null : urgent(dayInBeijing(new Date(own.reviewDue)), reviewedIn, on),
    reviews: own?.reviews ?? null,
    reverts: own?.reverts ?? null,
    revertedIn: publications.filter(({ reverts }) => reverts === number).map(({ revision }) => revision),
  }
}

function urgent(due: LocalDate, reviewedIn: number | null, on: LocalDate) {
  return { due, reviewedIn, overdue: reviewedIn === null && on > due }
}
