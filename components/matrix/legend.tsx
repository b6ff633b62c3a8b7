import { StatusMark } from '@/components/marks/status-mark'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'
import { legendOf, marksInLegend } from '@/lib/contract/words/legend'

/** Only the words and marks that this table shows, each with its one sentence. */
export function Legend({ page }: { readonly page: MatrixPage }) {
  const { matrix, coordinates, claimed, buyer } = page
  const marks = { anyClaimed: claimed.length > 0, anyForBuyer: buyer.differences.length > 0 }
  const byForm = coordinates.by === 'form'
  return (
    <section className="legend" aria-labelledby="legend">
      <h2 id="legend">{say('matrix.legend.title')}</h2>
      <dl>
        {legendOf(matrix, byForm).map(({ status, beforeEffect, meaning }) => (
          <div key={`${status} ${beforeEffect}`}>
            <dt>
              <StatusMark status={status} beforeEffect={beforeEffect} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        {marksInLegend(matrix, byForm, marks).map(({ mark, meaning }) => (
          <div key={mark}>
            <dt>{mark}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
