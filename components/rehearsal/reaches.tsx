import { linkTo } from '@/components/marks/link-to'
import type { RehearsalPage } from '@/components/views/rehearsal-page'
import { reachedInWords, untouchedInWords } from '@/lib/contract/words/rehearsal'

/** Where nothing that was suspended bears on the cells: that this is so, and the questions under which it does. */
export function Reaches({ page }: { readonly page: RehearsalPage }) {
  const { coordinates, reached, nameOf } = page
  const untouched = untouchedInWords(page)
  if (untouched === null) return null
  const { on } = coordinates.question
  return (
    <div>
      <p>{untouched}</p>
      <ul className="lines">
        {reached.map((one) => {
          const asked = { ...coordinates, scope: 'all' as const, question: { ...one.question, on } }
          const href = linkTo(asked, coordinates.view)
          return (
            <li key={href}>
              <a href={href}>{reachedInWords(one, nameOf)}</a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
