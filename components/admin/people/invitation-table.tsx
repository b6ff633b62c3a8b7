import { Instant } from '@/components/marks/instant'
import { CellName } from '@/components/ui/cell-name'
import { say } from '@/lib/contract/words/catalogue'

type InvitationRow = {
  readonly digest: string
  readonly email: string
  readonly role: string
  readonly invitedBy: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly standing: 'open' | 'expired' | 'accepted' | 'withdrawn'
}

/** Who was invited, to which role, and what became of it. */
export function InvitationTable({
  invitations,
  withdraw,
}: {
  readonly invitations: readonly InvitationRow[]
  readonly withdraw: (digest: string) => Promise<void>
}) {
  if (invitations.length === 0) return <p className="soft">{say('people.invite.none')}</p>
  return (
    <table className="plain records">
      <thead>
        <tr>
          <th scope="col">{say('people.field.email')}</th>
          <th scope="col">{say('people.list.role')}</th>
          <th scope="col">{say('people.invite.by')}</th>
          <th scope="col">{say('people.invite.until')}</th>
          <th scope="col">{say('people.list.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.digest}>
            <th scope="row">{invitation.email}</th>
            <td>
              <CellName>{say('people.list.role')}</CellName>
              {invitation.role}
            </td>
            <td>
              <CellName>{say('people.invite.by')}</CellName>
              {invitation.invitedBy ?? say('people.invite.byCommand')}
            </td>
            <td>
              <CellName>{say('people.invite.until')}</CellName>
              <Instant at={invitation.expiresAt} />
            </td>
            <td>
              <CellName>{say('people.list.standing')}</CellName>
              {invitation.standing === 'open' ? (
                <form action={withdraw.bind(null, invitation.digest)} className="row-form">
                  {say('people.invite.standing.open')}
                  <button type="submit" className="button">
                    {say('people.invite.withdraw')}
                    <span className="hidden-text"> {invitation.email}</span>
                  </button>
                </form>
              ) : (
                say(`people.invite.standing.${invitation.standing}`)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
