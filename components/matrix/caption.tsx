import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { mark } from '@/lib/contract/words/list'
import { captionInWords } from '@/lib/contract/words/matrix'
import { noRulesOf } from '@/lib/contract/words/no-rules'

/** What the table shows and at which coordinates, so that a copy of it still says so. */
export function Caption({ page }: { readonly page: MatrixPage }) {
  const { coordinates, matrix, verifiedThrough, future } = page
  const { question, revision, by } = coordinates
  return (
    <caption>
      <span>
        {' '}
        <strong>{captionInWords(by, future, matrix.rows.length)}</strong>
        {mark('colon')}
        {[
          say('matrix.caption.law', { day: dayInWords(question.on) }),
          question.known === null
            ? say('matrix.caption.everything')
            : say('matrix.caption.known', { day: dayInWords(question.known) }),
          say('matrix.caption.revision', { number: revision }),
          verifiedThrough === null
            ? noRulesOf(question, 'part')
            : say('matrix.caption.verified', { day: dayInWords(verifiedThrough) }),
        ].join(' · ')}
      </span>
    </caption>
  )
}
