import { linkTo } from '@/components/marks/link-to'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'

/** The ways to the pages of the matrix before and after this one; nothing where it is whole. */
export function Pages({ page }: { readonly page: MatrixPage }) {
  const { coordinates, around, matrix } = page
  const { previous, next } = around
  if (previous === null && next === null) return null
  const at = (after: string | null) => linkTo(coordinates, { name: 'matrix', ...(after === null ? {} : { after }) })
  return (
    <nav className="steps" aria-label={say('matrix.pages.name')}>
      <span>{say('matrix.pages.here', { rows: matrix.rows.length })}</span>
      {previous === null ? (
        <span className="soft">{say('matrix.pages.first')}</span>
      ) : (
        <a rel="prev" href={at(previous.after)}>
          {say('matrix.pages.previous')}
        </a>
      )}
      {next === null ? (
        <span className="soft">{say('matrix.pages.last')}</span>
      ) : (
        <a rel="next" href={at(next)}>
          {say('matrix.pages.next')}
        </a>
      )}
    </nav>
  )
}
