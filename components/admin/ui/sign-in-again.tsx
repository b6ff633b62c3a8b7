import type { SignInAgain } from '@/components/admin/ui/act-state'
import { Hint } from '@/components/admin/ui/field'
import { InputFields } from '@/components/admin/ui/input-fields'

/** The fields of the sign-in inside a form that was sent when the session had ended. */
export function SignInAgainFields({ form, signIn }: { readonly form: string; readonly signIn: SignInAgain }) {
  return (
    <div className="sign-in-again">
      <Hint>{signIn.lead}</Hint>
      <InputFields id={form} fields={signIn.fields} />
    </div>
  )
}
