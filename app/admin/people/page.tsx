import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { InvitationTable } from '@/components/admin/people/invitation-table'
import { InviteForm } from '@/components/admin/people/invite-form'
import { PeopleTable } from '@/components/admin/people/people-table'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ErrorSummary } from '@/components/admin/ui/error-summary'
import { Section } from '@/components/ui/section'
import { requireAdmin } from '@/lib/auth/guard'
import { INVITATION_DAYS, peopleAndInvitations } from '@/lib/auth/people'
import { siteOrigin } from '@/lib/contract/origin'
import { sayRefusedInAddress } from '@/lib/contract/people/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { disablePerson, dropSecondFactor, enablePerson, giveRole, invitePerson, withdrawInvitation } from './actions'

export const metadata: Metadata = { title: say('people.list.title') }

/** Who may sign in, and who is invited. For admins. */
export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const admin = await requireAdmin()
  const { people, invitations } = await peopleAndInvitations(admin)
  const refused = sayRefusedInAddress((await searchParams)['refused'])
  const request = await headers()
  const origin = siteOrigin(process.env, (name) => request.get(name))
  return (
    <AdminMain title={say('people.list.title')}>
      {refused !== null && <ErrorSummary problems={[{ field: null, say: refused }]} />}
      <p className="lede">{say('people.list.lede')}</p>
      <PeopleTable
        people={people}
        self={admin.id}
        actions={{ giveRole, disable: disablePerson, enable: enablePerson, dropSecondFactor }}
      />
      <Section id="invite" title={say('people.invite.title')}>
        <InviteForm action={invitePerson} origin={origin} days={INVITATION_DAYS} />
      </Section>
      <Section id="invitations" title={say('people.invite.list')}>
        <InvitationTable invitations={invitations} withdraw={withdrawInvitation} />
      </Section>
    </AdminMain>
  )
}
