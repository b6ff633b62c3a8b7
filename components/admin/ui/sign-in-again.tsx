import type { SignInAgain } from '@/components/admin/ui/act-state'
import { Field, Hint } from '@/components/admin/ui/field'

/** The fields of the sign-in inside a form that was sent when the session had ended. */
export function SignInAgainFields({ form, signIn }: { readonly form: string; readonly signIn: SignInAgain }) {
  return (
    <div className="sign-in-again">
      <Hint>{signIn.lead}</Hint>
      {signIn.fields.map(({ name, label, hint, type = 'text', autoComplete, inputMode, value = '' }) => (
        <Field key={`${name} ${value}`} id={`${form}-${name}`} label={label} hint={hint}>
          {(props) => (
            <input
              {...props}
              name={name}
              type={type}
              className="field"
              autoComplete={autoComplete}
              inputMode={inputMode}
              defaultValue={value}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
