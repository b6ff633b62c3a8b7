'use client'

import { useActionState } from 'react'
import { Hint } from '@/components/admin/ui/field'
import { type FieldSpec, FormFields } from '@/components/admin/ui/plain-form.client'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'
import { type FormState, UNSENT } from '@/lib/contract/people/form-state'

/** The answer of a form that makes a secret: it stands there once, and nowhere else. */
export type SecretMade = FormState & { readonly secret: string | null }

export type SecretAction = (previous: SecretMade, form: FormData) => Promise<SecretMade>

type Choices = {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A form whose answer is a secret. What was ticked is told by a text with commas, as a form's answer holds texts. */
export function WebhookForm({
  id,
  action,
  fields,
  choices,
  once,
  submit,
  hint,
}: {
  readonly id: string
  readonly action: SecretAction
  readonly fields: readonly FieldSpec[]
  readonly choices: Choices | null
  /** Stands above the secret. */
  readonly once: string
  readonly submit: string
  /** What comes of it, beside the button; such a form stands among others. */
  readonly hint?: string
}) {
  const [state, send] = useActionState(action, { ...UNSENT, secret: null })
  return (
    <form action={send} className={hint === undefined ? 'form' : 'webhook-act'}>
      {state.secret !== null && (
        <div className="notice done" role="status">
          <p>{once}</p>
          <p>
            <code className="secret">{state.secret}</code>
          </p>
        </div>
      )}
      <FormFields id={id} state={state} fields={fields} />
      {choices !== null && (
        <Ticks key={state.typed[choices.name] ?? ''} id={id} choices={choices} ticked={state.typed[choices.name]} />
      )}
      {hint === undefined ? (
        <p className="actions">
          <SubmitButton>{submit}</SubmitButton>
        </p>
      ) : (
        <>
          <button type="submit" className="button">
            {submit}
          </button>
          <Hint>{hint}</Hint>
        </>
      )}
    </form>
  )
}

/** All are ticked until something else was sent. */
function Ticks({
  id,
  choices: { name, label, options },
  ticked,
}: {
  readonly id: string
  readonly choices: Choices
  readonly ticked: string | undefined
}) {
  return (
    <fieldset id={`${id}-${name}`} className="check-list">
      <legend>{label}</legend>
      {options.map((option) => (
        <p key={option.value} className="check-line">
          <input
            type="checkbox"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={ticked === undefined || ticked.split(',').includes(option.value)}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
        </p>
      ))}
    </fieldset>
  )
}
