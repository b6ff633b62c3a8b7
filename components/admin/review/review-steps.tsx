import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act, ActField } from '@/components/admin/ui/act-state'
import type { Step, Steps } from '@/lib/contract/edit/steps'
import { say } from '@/lib/contract/words/catalogue'

/** The acts of the review, each bound to its draft and, where it matters, to what was looked at. */
export type ReviewActs = { readonly [S in Exclude<Step, 'change'>]: Act }

/** In the order in which a draft goes through them. */
const STEPS = [
  { step: 'submit', words: 'submit', says: 'optional' },
  { step: 'approve', words: 'approve', says: 'optional' },
  { step: 'publish', words: 'publish', says: 'nothing' },
  { step: 'publish-urgently', words: 'urgent', says: 'nothing' },
  { step: 'request', words: 'request', says: 'words' },
  { step: 'withdraw', words: 'withdraw', says: 'optional' },
] as const

/** What somebody can do with a draft now, each act with what it means; and, where one is missing, why. */
export function ReviewSteps({
  steps,
  acts,
  addressOf,
}: {
  readonly steps: Steps
  readonly acts: ReviewActs
  /** Where a form posts to, by its name. */
  readonly addressOf: (form: string) => string
}) {
  const offered = STEPS.filter(({ step }) => steps.may.has(step))
  return (
    <div className="review-steps">
      {steps.why.length > 0 && (
        <ul className="why-not">
          {steps.why.map((why) => (
            <li key={why}>{say(`drafts.review.why.${why}`)}</li>
          ))}
        </ul>
      )}
      {offered.map(({ step, words, says }) => (
        <div key={step} className="review-step" data-step={step}>
          <h3>{say(`drafts.review.${words}`)}</h3>
          <p className="small">{say(`drafts.review.${words}Lead`)}</p>
          <ActForm
            name={step}
            action={acts[step]}
            address={says === 'nothing' ? null : addressOf(step)}
            fields={says === 'nothing' ? [] : [wordsField(says)]}
            problemsTitle={say('drafts.problems')}
            submit={say(`drafts.review.${words}`)}
            main={step === 'publish'}
          />
        </div>
      ))}
    </div>
  )
}

/** What is said along with a step of the review; a reason may be a must. */
export function wordsField(says: 'optional' | 'words'): ActField {
  const optional = says === 'optional'
  return {
    as: optional ? 'line' : 'text',
    name: 'words',
    label: optional ? say('drafts.fields.wordsOptional') : say('drafts.fields.words'),
    value: '',
  }
}
