import { DealFields, MadeFields, WhoFields } from '@/components/check/fact-fields'
import { fieldOfProblem, idOf } from '@/components/check/field-ids'
import type { Filled } from '@/components/check/form-field'
import { GoodsFields } from '@/components/check/goods-fields'
import { Notice } from '@/components/ui/notice'
import type { CheckOffers } from '@/components/views/check-page'
import { inThisLanguage } from '@/lib/contract/language-address'
import { sayProblem } from '@/lib/contract/problem-words'
import { say } from '@/lib/contract/words/catalogue'

/** Where the form stands. */
export const CHECK_FORM = 'check-form'

/** Everything that can be said of a product, as a plain GET form: its answer's address is worked out from what it submits. */
export function CheckForm({ offers, filled }: { readonly offers: CheckOffers | null; readonly filled: Filled }) {
  return (
    <form id={CHECK_FORM} action={inThisLanguage('/check')} className="check-form" aria-label={say('check.form.name')}>
      {offers === null && <Notice tone="alarm">{say('check.form.away')}</Notice>}
      <div className="check-side">
        <GoodsFields offers={offers} filled={filled} />
        <MadeFields filled={filled} />
      </div>
      <div className="check-side">
        <DealFields filled={filled} offers={offers} />
        <WhoFields filled={filled} />
      </div>
      <p className="check-submit">
        <button type="submit" className="button" data-main="">
          {say('check.form.submit')}
        </button>{' '}
        <a href={inThisLanguage('/check')}>{say('check.form.start')}</a>
      </p>
    </form>
  )
}

/** What could not be read, over the form: each sentence leads to its field. */
export function FormProblems({ problems }: Pick<Filled, 'problems'>) {
  if (problems.length === 0) return null
  return (
    <Notice tone="alarm">
      <p>{say('check.form.refused')}</p>
      <ul className="plain-list">
        {problems.map((problem) => {
          const field = fieldOfProblem(problem)
          const sentence = sayProblem(problem)
          return (
            <li key={sentence}>
              {field === null ? (
                sentence
              ) : (
                <a className="tall-link" href={`#${idOf(field)}`}>
                  {sentence}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
