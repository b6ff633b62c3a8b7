import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { PlainForm } from '@/components/admin/ui/plain-form.client'
import { Notice } from '@/components/ui/notice'
import { requireSession } from '@/lib/auth/guard'
import { UNSENT } from '@/lib/contract/people/form-state'
import { PASSWORD } from '@/lib/contract/people/password'
import { say } from '@/lib/contract/words/catalogue'
import { savePassword } from '../actions'

export const metadata: Metadata = { title: say('people.account.changePassword') }

/** The one page that also serves who signed in with a one-time password. */
export default async function ChangePassword() {
  const { mustChangePassword, person } = await requireSession()
  return (
    <AdminMain
      title={say('people.account.changePassword')}
      trail={mustChangePassword ? [] : [{ label: say('people.account.title'), href: '/admin/account' }]}
    >
      {mustChangePassword && <Notice tone="unclear">{say('people.account.mustChange')}</Notice>}
      <PlainForm
        id="password"
        action={savePassword}
        state={UNSENT}
        fields={[
          {
            name: 'current',
            label: say('people.field.currentPassword'),
            type: 'password',
            autoComplete: 'current-password',
          },
          {
            name: 'next',
            label: say('people.field.newPassword'),
            hint: say('people.field.newPasswordHint', { least: PASSWORD.least }),
            type: 'password',
            autoComplete: 'new-password',
          },
        ]}
        submit={say('people.account.savePassword')}
      >
        {/* For password managers: whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
      </PlainForm>
      <p className="soft small">{say('people.account.passwordEnds')}</p>
    </AdminMain>
  )
}
