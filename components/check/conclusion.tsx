import { Fragment } from 'react'
import { InstrumentLink } from '@/components/marks/instrument-link'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { besidesInWords, headlineInWords } from '@/lib/contract/words/check-open'
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
        {headlineInWords(answer, on)}
      </p>
      {besidesInWords(answer).map((sentence) => (
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

/** The instruments whose rules bring the answer about, each once; where nothing can be told, none does. */
function restsOn({ conclusion, rests }: CheckAnswer): readonly Instrument[] {
  if (conclusion.word === 'cannot-tell') return []
  return [...new Map(rests.map(({ instrument }) => [instrument.key, instrument])).values()]
}
