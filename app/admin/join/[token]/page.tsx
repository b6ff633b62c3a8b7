import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { PlainForm } from '@/components/admin/ui/plain-form.client'
import { Notice } from '@/components/ui/notice'
import { invitationBehind } from '@/lib/auth/join'
import { UNSENT } from '@/lib/contract/people/form-state'
import { PASSWORD } from '@/lib/contract/people/password'
import { sayPeopleRefusal } from '@/lib/contract/people/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { acceptInvitation } from './actions'

export const metadata: Metadata = { title: say('people.join.title'), referrer: 'same-origin' }

/** What an invitation's link opens: a name, a password, and the person is there. Open to whoever holds the link. */
export default async function Join({ params }: PageProps<'/admin/join/[token]'>) {
  const { token } = await params
  const behind = await invitationBehind(token)
  if (!behind.ok) {
    return (
      <AdminMain title={say('people.join.title')}>
        <Notice tone="alarm">{sayPeopleRefusal(behind.refusal)}</Notice>
        <p>
          <a href="/admin/sign-in">{say('people.signIn.title')}</a>
        </p>
      </AdminMain>
    )
  }
  const { email, role } = behind.value
  return (
    <AdminMain title={say('people.join.title')}>
      <p className="lede">{say('people.join.lede', { email, role })}</p>
      <PlainForm
        id="join"
        action={acceptInvitation.bind(null, token)}
        state={UNSENT}
        fields={[
          { name: 'name', label: say('people.field.name'), hint: say('people.field.nameHint'), autoComplete: 'name' },
          {
            name: 'publicName',
            label: say('people.field.publicName'),
            hint: say('people.field.publicNameHint'),
            autoComplete: 'off',
            required: false,
          },
          {
            name: 'password',
            label: say('people.field.newPassword'),
            hint: say('people.field.newPasswordHint', { least: PASSWORD.least }),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={say('people.join.button')}
      />
    </AdminMain>
  )
}
