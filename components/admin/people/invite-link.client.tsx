'use client'

import { useActionState } from 'react'
import { type FieldSpec, FormFields } from '@/components/admin/ui/plain-form.client'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'
import { type FormState, UNSENT } from '@/lib/contract/people/form-state'

type Inviting = FormState & { readonly token: string | null }

export type InviteAction = (previous: Inviting, form: FormData) => Promise<Inviting>

/** The link of an invitation stands in the answer to the form and nowhere else. */
export function InviteLink({
  action,
  origin,
  fields,
  submit,
  once,
}: {
  readonly action: InviteAction
  readonly origin: string
  readonly fields: readonly FieldSpec[]
  readonly submit: string
  readonly once: string
}) {
  const [state, send] = useActionState(action, { ...UNSENT, token: null })
  return (
    <form action={send} className="form">
      {state.token !== null && (
        <div className="notice done" role="status">
          <p>{once}</p>
          <p>
            <code className="secret">{`${origin}/admin/join/${state.token}`}</code>
          </p>
        </div>
      )}
      <FormFields id="invite" state={state} fields={fields} />
      <SubmitButton>{submit}</SubmitButton>
    </form>
  )
}
