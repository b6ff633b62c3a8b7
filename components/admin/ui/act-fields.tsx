import type { ActField, ActOption, ActState } from '@/components/admin/ui/act-state'
import { Field, Hint } from '@/components/admin/ui/field'

/** The fields of an act, with what was typed before it failed, and beside each what is wrong with it. */
export function ActFields({
  form,
  fields,
  typed,
  problems,
}: {
  readonly form: string
  readonly fields: readonly ActField[]
  readonly typed: ActState['typed']
  readonly problems: ActState['problems']
}) {
  return fields.map((field) => {
    const id = `${form}-${field.name}`
    const value = typed[field.name] ?? field.value
    const problem = problems.find((one) => one.field === field.name)?.say
    // Another key is another field: what the browser resets after an act is what was typed, not what was there first.
    return field.as === 'choice' ? (
      <Choice key={`${id} ${value}`} id={id} field={field} options={field.options} value={value} problem={problem} />
    ) : (
      <Line key={`${id} ${value}`} id={id} field={field} value={value} problem={problem} />
    )
  })
}

type Shown<F> = {
  readonly id: string
  readonly field: F
  readonly value: string
  readonly problem: string | undefined
}

function Line({ id, field, value, problem }: Shown<Exclude<ActField, { readonly as: 'choice' }>>) {
  const { name, label, hint } = field
  const suggestions = field.as === 'line' ? (field.suggestions ?? []) : []
  return (
    <Field id={id} label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(props) =>
        field.as === 'text' ? (
          <textarea {...props} name={name} rows={3} className="field" defaultValue={value} />
        ) : (
          <>
            <input
              {...props}
              name={name}
              className="field"
              defaultValue={value}
              autoComplete="off"
              list={suggestions.length === 0 ? undefined : `${id}-list`}
            />
            {suggestions.length > 0 && (
              <datalist id={`${id}-list`}>
                {suggestions.map((one) => (
                  <option key={one.value} value={one.value} label={one.label} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  )
}

function Choice({
  id,
  field: { name, label, hint },
  options,
  value,
  problem,
}: Shown<ActField> & { readonly options: readonly ActOption[] }) {
  return (
    <fieldset
      className="form-field act-choice"
      id={id}
      data-wrong={problem === undefined ? undefined : ''}
      aria-describedby={problem === undefined ? undefined : `${id}-problem`}
    >
      <legend>{label}</legend>
      {hint !== undefined && <Hint>{hint}</Hint>}
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {options.map((option) => (
        <div key={option.value}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === value}
            {...(option.hint === undefined ? {} : { 'aria-describedby': `${id}-${option.value}-hint` })}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          {option.hint !== undefined && <Hint id={`${id}-${option.value}-hint`}>{option.hint}</Hint>}
        </div>
      ))}
    </fieldset>
  )
}
