import type { ShownStatus } from '@/components/marks/status-mark'
import { StatusMark } from '@/components/marks/status-mark'
import { isListed, isUnverified } from '@/components/matrix/form-cell'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'
import type { Matrix } from '@/lib/ledger/matrix'
import type { Route } from '@/lib/ledger/record'
import { STATUSES } from '@/lib/ledger/status'

const ORDER: readonly ShownStatus[] = [...STATUSES, 'mixed']

/** Only the words and marks that this table shows, each with its one sentence. */
export function Legend({ page }: { readonly page: MatrixPage }) {
  const { matrix, coordinates } = page
  const cells = matrix.rows.flatMap((row) => row.cells)
  const byForm = coordinates.by === 'form'
  const marks = [
    byForm && cells.some(isListed) && ([say('matrix.mark.listed', { count: 2 }), say('matrix.legend.listed')] as const),
    byForm && cells.some(isUnverified) && ([say('matrix.mark.unverified'), say('matrix.legend.unverified')] as const),
    byForm && page.claimed.length > 0 && ([say('matrix.mark.claim'), say('matrix.legend.claim')] as const),
  ].filter((mark) => mark !== false)
  return (
    <section className="legend" aria-labelledby="legend">
      <h2 id="legend">{say('matrix.legend.title')}</h2>
      <dl>
        {shownWords(matrix, byForm).map(({ status, beforeEffect }) => (
          <div key={`${status} ${beforeEffect}`}>
            <dt>
              <StatusMark status={status} beforeEffect={beforeEffect} />
            </dt>
            <dd>{meaningOf(status, beforeEffect, coordinates.question.route)}</dd>
          </div>
        ))}
        {marks.map(([mark, meaning]) => (
          <div key={mark}>
            <dt>{mark}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What needs a licence is told by the route that is asked about. */
function meaningOf(status: ShownStatus, beforeEffect: boolean, route: Route): string {
  if (status === 'licence') return say(`status.licenceOn.${route}`)
  return say(`status.meaning.${beforeEffect ? 'paused-before-effect' : status}`)
}

function shownWords(matrix: Matrix, byForm: boolean): readonly { status: ShownStatus; beforeEffect: boolean }[] {
  const shown = matrix.rows.flatMap((row) => [
    row.rollup,
    ...(byForm ? row.cells.map((cell) => cell.answer) : row.regimes.flatMap((cell) => cell.rollup ?? [])),
  ])
  return ORDER.flatMap((status) => {
    const told = shown.filter((answer) => answer.status === status)
    const before = status === 'paused' && told.some((answer) => answer.beforeEffect)
    const plain = told.some((answer) => status !== 'paused' || !answer.beforeEffect)
    return [...(plain ? [{ status, beforeEffect: false }] : []), ...(before ? [{ status, beforeEffect: true }] : [])]
  })
}
