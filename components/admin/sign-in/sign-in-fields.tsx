import { InputFields } from '@/components/admin/ui/input-fields'
import type { FieldSpec } from '@/components/admin/ui/plain-form.client'
import { say } from '@/lib/contract/words/catalogue'

/** The fields of a sign-in that takes one step: the code is for who uses one. */
export function signInFields(): readonly FieldSpec[] {
  return [
    { name: 'email', label: say('people.field.email'), type: 'email', autoComplete: 'username', inputMode: 'email' },
    { name: 'password', label: say('people.field.password'), type: 'password', autoComplete: 'current-password' },
    {
      name: 'code',
      label: say('people.field.code'),
      hint: say('people.field.codeIfAny'),
      autoComplete: 'one-time-code',
      inputMode: 'numeric',
      required: false,
    },
  ]
}

/**
 * The same fields inside a form of somebody else: for a form that was posted when the session had ended, so that signing
 * in and saving are one step. They post as `email`, `password` and `code`.
 */
export function SignInFields() {
  return <InputFields id="sign-in" fields={signInFields()} />
}
