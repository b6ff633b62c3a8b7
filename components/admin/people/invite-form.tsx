import { type InviteAction, InviteLink } from '@/components/admin/people/invite-link.client'
import { ROLES } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'

/** Invites somebody, and shows the link once. */
export function InviteForm({
  action,
  origin,
  days,
}: {
  readonly action: InviteAction
  readonly origin: string
  readonly days: number
}) {
  return (
    <InviteLink
      action={action}
      origin={origin}
      fields={[
        { name: 'email', label: say('people.field.email'), type: 'email', autoComplete: 'off', inputMode: 'email' },
        {
          name: 'role',
          label: say('people.list.role'),
          hint: say('people.invite.roleHint'),
          value: 'editor',
          options: ROLES.map((role) => ({ value: role, label: say(`people.role.${role}`) })),
        },
      ]}
      submit={say('people.invite.button')}
      once={say('people.invite.once', { days })}
    />
  )
}
