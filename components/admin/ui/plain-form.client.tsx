'use client'

import { type ReactNode, useActionState } from 'react'
import { Field } from '@/components/admin/ui/field'
import { Problems } from '@/components/admin/ui/problems.client'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'
import type { FormState } from '@/lib/contract/people/form-state'

/** One field of a small form, in words and attributes. */
export type FieldSpec = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete?: string
  readonly value?: string
  /** Choices make the field a list to choose from. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly inputMode?: 'numeric' | 'email' | 'text'
  readonly required?: boolean
}

type Action = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * A small form whose answer stands in the page: problems first, in a list that takes the focus, and beside their fields;
 * what was typed stays. It is the same without JavaScript: the page comes back with the answer in it.
 *
 * @param id begins the ids of its fields, so that two forms of a page do not clash.
 */
export function PlainForm({
  id,
  action,
  state: before,
  fields,
  submit,
  children,
}: {
  readonly id: string
  readonly action: Action
  readonly state: FormState
  readonly fields: readonly FieldSpec[]
  readonly submit: string
  readonly children?: ReactNode
}) {
  const [state, send] = useActionState(action, before)
  return (
    <form action={send} className="form">
      <FormFields id={id} state={state} fields={fields} />
      {children}
      <p className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </p>
    </form>
  )
}

/** The answer of a form and its fields, for a form that has more to it than these. */
export function FormFields({
  id,
  state,
  fields,
}: {
  readonly id: string
  readonly state: FormState
  readonly fields: readonly FieldSpec[]
}) {
  return (
    <>
      <Answer id={id} state={state} />
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          label={field.label}
          hint={field.hint}
          problem={state.problems.find((problem) => problem.field === field.name)?.say}
        >
          {(props) => <Input {...props} field={field} typed={state.typed[field.name]} />}
        </Field>
      ))}
    </>
  )
}

function Input({
  field: { name, type = 'text', options, autoComplete, inputMode, value = '', required = true },
  typed,
  ...props
}: { readonly field: FieldSpec; readonly typed: string | undefined } & { readonly id: string }) {
  // A new key makes React take what was typed as the field's new beginning, since it empties a form that was sent.
  const key = typed ?? ''
  if (options !== undefined) {
    return (
      <select key={key} {...props} name={name} className="field" defaultValue={typed ?? value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      key={key}
      {...props}
      name={name}
      type={type}
      className="field"
      defaultValue={typed ?? value}
      autoComplete={autoComplete}
      inputMode={inputMode}
      aria-required={required}
      spellCheck={false}
      autoCapitalize="off"
    />
  )
}

function Answer({ id, state }: { readonly id: string; readonly state: FormState }) {
  if (state.done !== null) {
    return (
      <p className="notice done" role="status">
        {state.done}
      </p>
    )
  }
  return <Problems id={`${id}-problems`} title={state.title} problems={state.problems} prefix={`${id}-`} news={state} />
}
