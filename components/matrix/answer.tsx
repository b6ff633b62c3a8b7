import { linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { bracketed } from '@/lib/contract/words/list'
import { answerInWords, askedInWords } from '@/lib/contract/words/matrix'
import { nameOf } from '@/lib/contract/words/names'
import type { SummaryPart } from '@/lib/ledger/summary'

/** The answer in one computed sentence, and the same by status with the materials' names (R11). */
export function Answer({ page }: { readonly page: MatrixPage }) {
  const { coordinates, summary, matrix, parties } = page
  return (
    <section className="answer" aria-labelledby="title">
      <h1 id="title">{say('matrix.title')}</h1>
      <p className="answer-sentence">{answerInWords(page)}</p>
      <p className="soft">{askedInWords(coordinates, parties)}</p>
      {matrix.rows.length > 0 && (
        <dl className="answer-parts">
          {summary.map((part) => (
            <Part key={part.status} part={part} at={coordinates} />
          ))}
        </dl>
      )}
      {matrix.rows.some((row) => row.elsewhere.length > 0) && (
        <p className="small soft">{say('matrix.elsewhere.note')}</p>
      )}
    </section>
  )
}

function Part({ part, at }: { readonly part: SummaryPart; readonly at: Coordinates }) {
  return (
    <div>
      <dt>
        <StatusMark status={part.status} beforeEffect={part.rows.every((row) => row.rollup.beforeEffect)} />
      </dt>
      <dd>
        <ul className="inline-list">
          {part.rows.map(({ material, elsewhere }) => (
            <li key={material.key}>
              <a href={linkTo(at, { name: 'material', key: material.key })}>
                {material.symbol === null ? nameOf(material) : <abbr title={nameOf(material)}>{material.symbol}</abbr>}
              </a>
              {elsewhere.length > 0 && (
                <>
                  <span aria-hidden="true">†</span>
                  <span className="hidden-text">{bracketed(say('matrix.elsewhere.mark'))}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}
