import { linkTo } from '@/components/marks/link-to'
import type { ComparePage } from '@/components/views/compare-page'
import type { Coordinates } from '@/lib/contract/address'
import { coordinatesAgainst } from '@/lib/contract/against'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { askedInWords } from '@/lib/contract/words/matrix'

/** The two questions side by side, each with its three clocks and a way to its own matrix. */
export function TwoSides({ page }: { readonly page: ComparePage }) {
  const { coordinates, against } = page
  const after: Coordinates = { ...coordinates, lastSeen: false, view: { name: 'matrix' } }
  const before: Coordinates = { ...coordinatesAgainst(coordinates, against), lastSeen: false }
  return (
    <dl className="two-sides">
      <Side name={say('compare.sides.before')} at={before} page={page} />
      <Side name={say('compare.sides.after')} at={after} page={page} />
    </dl>
  )
}

function Side({ name, at, page }: { readonly name: string; readonly at: Coordinates; readonly page: ComparePage }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={linkTo(at, at.view)}>{sideInWords(at)}</a>
        <p className="small soft">{askedInWords(at, page.parties)}</p>
      </dd>
    </div>
  )
}

/** `law of 8 November 2025 · everything recorded · revision 1` */
function sideInWords({ question, revision }: Coordinates): string {
  return [
    say('compare.sides.law', { day: dayInWords(question.on) }),
    question.known === null
      ? say('compare.sides.everything')
      : say('compare.sides.known', { day: dayInWords(question.known) }),
    say('compare.sides.revision', { number: revision }),
  ].join(' · ')
}
