import type { Metadata } from 'next'
import { SecondFactor } from '@/components/admin/account/second-factor'
import { SessionTable } from '@/components/admin/account/session-table'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { PlainForm } from '@/components/admin/ui/plain-form.client'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { accountOf } from '@/lib/auth/account'
import { requireAccount } from '@/lib/auth/guard'
import { UNSENT } from '@/lib/contract/people/form-state'
import { say } from '@/lib/contract/words/catalogue'
import { saveNames, setUpSecondFactor, signOutElsewhere, signOutEverywhere, turnSecondFactorOff } from './actions'

export const metadata: Metadata = { title: say('people.account.title') }

const DONE = ['names', 'password', 'second-factor-on', 'second-factor-off', 'elsewhere'] as const

/** Everybody's own page: names, password, second factor, browsers. */
export default async function AccountPage({ searchParams }: PageProps<'/admin/account'>) {
  const { person, lacksSecondFactor } = await requireAccount()
  const account = await accountOf(person)
  const { done: said } = await searchParams
  const done = DONE.find((name) => name === said)
  return (
    <AdminMain title={say('people.account.title')}>
      {done !== undefined && <Notice>{say(`people.account.done.${done}`)}</Notice>}
      {lacksSecondFactor && <Notice tone="unclear">{say('people.account.needsSecondFactor')}</Notice>}
      <p className="lede">{say('people.account.lede', { email: person.email, role: person.role })}</p>
      <Section id="names" title={say('people.account.names')}>
        <PlainForm
          id="names"
          action={saveNames}
          state={UNSENT}
          fields={[
            { name: 'name', label: say('people.field.name'), value: person.name, autoComplete: 'name' },
            {
              name: 'publicName',
              label: say('people.field.publicName'),
              hint: say('people.field.publicNameHint'),
              value: person.publicName ?? '',
              required: false,
            },
          ]}
          submit={say('people.account.saveNames')}
        />
      </Section>
      {account.hasPassword && (
        <Section id="password" title={say('people.account.password')}>
          <p>
            <a href="/admin/account/password">{say('people.account.changePassword')}</a>
          </p>
        </Section>
      )}
      {account.hasPassword && (
        <Section id="second-factor" title={say('people.account.secondFactor')}>
          <SecondFactor on={account.secondFactor} setUp={setUpSecondFactor} turnOff={turnSecondFactorOff} />
        </Section>
      )}
      <Section id="browsers" title={say('people.account.browsers')}>
        <SessionTable sessions={account.sessions} elsewhere={signOutElsewhere} everywhere={signOutEverywhere} />
      </Section>
    </AdminMain>
  )
}
