import { Fragment } from 'react'
import { InstrumentLink } from '@/components/marks/instrument-link'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { besideConclusion, conclusionInWords } from '@/lib/contract/words/check-conclusion'
import { mark } from '@/lib/contract/words/list'
import type { CheckAnswer } from '@/lib/ledger/check/answer'
import type { Instrument } from '@/lib/ledger/record'

const STATUS_OF = {
  licence: 'licence',
  refused: 'refused',
  prohibited: 'prohibited',
  'pause-ended': 'pause-ended',
  'no-rule': 'not-controlled',
  'cannot-tell': 'pause-ended',
} as const

/** What follows, in one sentence with its day, what must be read with it, and the rules it rests on. */
export function Conclusion({ checked: { page, answer } }: { readonly checked: Checked }) {
  const { on } = page.coordinates.question
  const rests = restsOn(answer)
  return (
    <>
      <p className="check-answer" data-s={STATUS_OF[answer.conclusion.word]}>
        {conclusionInWords(answer, on)}
      </p>
      {besideConclusion(answer).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {rests.length > 0 && (
        <p>
          {say('check.conclusion.rests')}{' '}
          {rests.map((instrument, index) => (
            <Fragment key={instrument.key}>
              {index > 0 && mark('pause')}
              <InstrumentLink at={page.coordinates} instrument={instrument} />
            </Fragment>
          ))}
        </p>
      )}
    </>
  )
}

/** The instruments whose rules bite, or would by their text, each once. */
function restsOn({ findings }: CheckAnswer): readonly Instrument[] {
  const biting = findings.filter(({ verdict }) => verdict === 'bites')
  const deciding = biting.length > 0 ? biting : findings.filter(({ verdict }) => verdict === 'unverified')
  return [...new Map(deciding.map(({ instrument }) => [instrument.key, instrument])).values()]
}
