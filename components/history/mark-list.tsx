import type { ReactNode } from 'react'
import { linkTo } from '@/components/marks/link-to'
import type { Marks } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** What is particular about how a revision came about: in a hurry, a review, a revert, taken back. */
export function MarkList({ marks, at }: { readonly marks: Marks; readonly at: Coordinates }) {
  const { reviews, reverts, revertedIn } = marks
  const told = [
    urgentOf(marks, at),
    reviews === null ? null : say.rich('history.mark.reviews', { number: reviews, to: toRevision(at, reviews) }),
    reverts === null ? null : say.rich('history.mark.reverts', { number: reverts, to: toRevision(at, reverts) }),
    ...revertedIn.map((number) => say.rich('history.mark.reverted', { number, to: toRevision(at, number) })),
  ].filter((mark) => mark !== null)
  if (told.length === 0) return null
  return (
    <ul className="marks">
      {told.map((mark, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a revision stand in one order and never move
        <li key={place} data-overdue={place === 0 && marks.urgent?.overdue === true ? '' : undefined}>
          {mark}
        </li>
      ))}
    </ul>
  )
}

function urgentOf({ urgent }: Marks, at: Coordinates): ReactNode {
  if (urgent === null) return null
  const { due, reviewedIn, overdue } = urgent
  if (reviewedIn !== null) {
    return say.rich('history.mark.reviewed', { number: reviewedIn, to: toRevision(at, reviewedIn) })
  }
  return say(overdue ? 'history.mark.overdue' : 'history.mark.due', { day: dayInWords(due) })
}

function toRevision(at: Coordinates, number: number) {
  return (words: ReactNode) => <a href={linkTo(at, { name: 'change', number, against: null })}>{words}</a>
}
