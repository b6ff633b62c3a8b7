import { Field } from '@/components/admin/ui/field'
import type { LogQuestion } from '@/lib/contract/people/log-filter'
import { say } from '@/lib/contract/words/catalogue'
import { actInWords } from './act-words'

/** Narrows the log to an act, a person, a day: a plain GET form. */
export function LogForm({
  question,
  names,
  people,
}: {
  readonly question: LogQuestion
  readonly names: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}) {
  const { typed } = question
  return (
    <form action="/admin/audit" className="narrow" aria-label={say('people.log.form')}>
      <Field id="log-act" label={say('people.log.act')}>
        {(props) => (
          <select {...props} name="act" className="field" defaultValue={question.act ?? ''}>
            <option value="">{say('people.log.anyAct')}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {actInWords(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="log-person" label={say('people.log.person')}>
        {(props) => (
          <select {...props} name="person" className="field" defaultValue={question.person ?? ''}>
            <option value="">{say('people.log.anybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="log-day" label={say('people.log.day')} problem={typed.wrong ? say('people.log.noDay') : undefined}>
        {(props) => <input {...props} name="day" className="field" defaultValue={typed.day} placeholder="2026-11-20" />}
      </Field>
      <button type="submit" className="button">
        {say('people.log.show')}
      </button>
    </form>
  )
}
