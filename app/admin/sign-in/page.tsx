import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { signInFields } from '@/components/admin/sign-in/sign-in-fields'
import { PlainForm } from '@/components/admin/ui/plain-form.client'
import { Notice } from '@/components/ui/notice'
import { currentPerson } from '@/lib/auth/guard'
import { isSafeOrigin } from '@/lib/auth/request'
import { organisationName } from '@/lib/auth/settings'
import { UNSENT } from '@/lib/contract/people/form-state'
import { localBack } from '@/lib/contract/people/local-back'
import { saySignInRefusal } from '@/lib/contract/people/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { signInWithPassword } from './actions'

export const metadata: Metadata = { title: say('people.signIn.title') }

/** Open to everybody. Who is signed in already is led on. */
export default async function SignIn({ searchParams }: PageProps<'/admin/sign-in'>) {
  const { back: asked, problem } = await searchParams
  const back = localBack(typeof asked === 'string' ? asked : null)
  if ((await currentPerson()) !== null) redirect(back as Route)

  const organisation = organisationName()
  return (
    <AdminMain title={say('people.signIn.title')}>
      {!isSafeOrigin(await headers()) && <Notice tone="alarm">{saySignInRefusal({ why: 'not-safe' })}</Notice>}
      <Said problem={problem} back={back} />
      <PlainForm
        id="sign-in"
        action={signInWithPassword.bind(null, back)}
        state={UNSENT}
        fields={signInFields().filter(({ name }) => name !== 'code')}
        submit={say('people.signIn.button')}
      />
      {organisation !== null && (
        <p>
          <a href={`/admin/sign-in/organisation?back=${encodeURIComponent(back)}`}>
            {say('people.signIn.organisation', { name: organisation })}
          </a>
        </p>
      )}
      <p className="soft small">{say('people.signIn.readers')}</p>
    </AdminMain>
  )
}

/** Why somebody was led here. */
function Said({ problem, back }: { readonly problem: string | string[] | undefined; readonly back: string }) {
  switch (problem) {
    case 'begin-again':
      return <Notice tone="unclear">{saySignInRefusal({ why: 'begin-again' })}</Notice>
    case 'organisation':
      return <Notice tone="unclear">{say('people.signIn.organisationRefused')}</Notice>
    case 'wait':
      return <Notice tone="unclear">{say('people.signIn.waitHere')}</Notice>
    case 'joined':
      return <Notice>{say('people.signIn.joined')}</Notice>
    default:
      return back === '/admin' ? null : <p>{say('people.signIn.first')}</p>
  }
}
