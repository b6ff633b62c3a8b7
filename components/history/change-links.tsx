import { linkComparing, linkTo } from '@/components/marks/link-to'
import { LinkList } from '@/components/ui/link-list'
import type { ChangePage } from '@/components/views/history-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** The revisions around one, all that happened since, and the matrix at both revisions that are compared. */
export function ChangeLinks({ page }: { readonly page: ChangePage }) {
  const { coordinates, revision, against, isNeighbour, next } = page
  const { number } = revision
  const at = coordinates.revision
  const change = (one: number, other: number | null = null) =>
    linkTo(coordinates, { name: 'change', number: one, against: other })
  const matrix = (one: number) => linkTo({ ...coordinates, revision: one }, { name: 'matrix' })
  const links = [
    isNeighbour ? null : { href: change(number), words: say('history.change.alone', { number }) },
    number === 1 ? null : { href: change(number - 1), words: say('history.change.before', { number: number - 1 }) },
    next === null ? null : { href: change(next), words: say('history.change.after', { number: next }) },
    at - number < 2 ? null : { href: change(at, number), words: say('history.change.since', { number: at }) },
    against === null
      ? null
      : { href: matrix(against.number), words: say('history.change.matrix', { number: against.number }) },
    { href: matrix(number), words: say('history.change.matrix', { number }) },
    against === null
      ? null
      : {
          href: linkComparing({ ...coordinates, revision: number }, { revision: against.number }),
          words: say('compare.links.revision', {
            ...{ number, against: against.number },
            day: dayInWords(coordinates.question.on),
          }),
        },
  ].filter((link) => link !== null)
  return <LinkList name={say('history.change.neighbours')} links={links} />
}
