import type { ActField, ActOption, ActState } from '@/components/admin/ui/act-state'
import { Field, Hint } from '@/components/admin/ui/field'

/** The fields of an act, with what was typed before it failed. */
export function ActFields({
  form,
  fields,
  typed,
}: {
  readonly form: string
  readonly fields: readonly ActField[]
  readonly typed: ActState['typed']
}) {
  return fields.map((field) => {
    const id = `${form}-${field.name}`
    const value = typed[field.name] ?? field.value
    // Another key is another field: what the browser resets after an act is what was typed, not what was there first.
    return field.as === 'choice' ? (
      <Choice key={`${id} ${value}`} id={id} field={field} options={field.options} value={value} />
    ) : (
      <Line key={`${id} ${value}`} id={id} field={field} value={value} />
    )
  })
}

function Line({ id, field, value }: { readonly id: string; readonly field: ActField; readonly value: string }) {
  const { name, label, hint } = field
  return (
    <Field id={id} label={label} {...(hint === undefined ? {} : { hint })}>
      {(props) =>
        field.as === 'text' ? (
          <textarea {...props} name={name} rows={3} className="field" defaultValue={value} />
        ) : (
          <input {...props} name={name} className="field" defaultValue={value} autoComplete="off" />
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
}: {
  readonly id: string
  readonly field: ActField
  readonly options: readonly ActOption[]
  readonly value: string
}) {
  return (
    <fieldset className="form-field act-choice">
      <legend>{label}</legend>
      {hint !== undefined && <Hint>{hint}</Hint>}
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
