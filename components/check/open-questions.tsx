import { DisputeList } from '@/components/law/dispute-list'
import { instrumentName } from '@/lib/contract/words/instrument'
import type { OpenQuestion } from '@/lib/ledger/check/open'
import type { Instrument } from '@/lib/ledger/record'

/** Open questions on a rule, under the instruments that they are kept with. */
export function OpenQuestions({ questions }: { readonly questions: readonly OpenQuestion[] }) {
  const instruments = [...new Set(questions.map(({ instrument }) => instrument))]
  return instruments.map((instrument: Instrument) => (
    <div key={instrument.key}>
      <p>{instrumentName(instrument)}</p>
      <DisputeList disputes={questions.filter((one) => one.instrument === instrument).map(({ dispute }) => dispute)} />
    </div>
  ))
}
