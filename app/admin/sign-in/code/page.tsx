import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { PlainForm } from '@/components/admin/ui/plain-form.client'
import { UNSENT } from '@/lib/contract/people/form-state'
import { localBack } from '@/lib/contract/people/local-back'
import { say } from '@/lib/contract/words/catalogue'
import { signInWithCode } from '../actions'

export const metadata: Metadata = { title: say('people.signIn.codeTitle') }

/** The second step of a sign-in. Open to everybody: without the cookie of the first step, no code is right. */
export default async function SignInCode({ searchParams }: PageProps<'/admin/sign-in/code'>) {
  const { back } = await searchParams
  const field = {
    name: 'code',
    label: say('people.field.code'),
    hint: say('people.field.codeHint'),
    autoComplete: 'one-time-code',
  }
  return (
    <AdminMain
      title={say('people.signIn.codeTitle')}
      trail={[{ label: say('people.signIn.title'), href: '/admin/sign-in' }]}
    >
      <PlainForm
        id="code"
        action={signInWithCode.bind(null, localBack(typeof back === 'string' ? back : null))}
        state={UNSENT}
        fields={[field]}
        submit={say('people.signIn.button')}
      />
    </AdminMain>
  )
}
