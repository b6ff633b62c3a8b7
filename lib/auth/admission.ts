import 'server-only'
import { readName } from '@/lib/contract/people/name'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { acceptInvitation, openInvitationFor } from '@/lib/db/people/invitations'
import { letIn, personOf } from '@/lib/db/people/people'

type NewUser = { readonly id?: string; readonly email: string; readonly name: string } & Record<string, unknown>

/**
 * The library makes a person in one case: an organisation vouches for an address that has no person yet. It is let in
 * when an open invitation waits for that address, with the role that was meant for it; otherwise nobody is made. Until
 * `takeUpInvitation` has spent the invitation, the new person is disabled: nobody comes in without having spent one.
 */
export async function admitThroughOrganisation(user: NewUser): Promise<false | { data: NewUser }> {
  if (user['emailVerified'] !== true) return false
  const invitation = await openInvitationFor(kept().editors.prisma, user.email)
  if (invitation === null) return false
  const name = readName(user.name, 'name')
  return {
    data: {
      ...user,
      name: name.ok && name.value !== null ? name.value : user.email,
      role: invitation.role,
      disabledAt: new Date(),
    },
  }
}

/** Spends the invitation of whoever was just made, names them in it, logs that they joined and lets them in: all or none. */
export async function takeUpInvitation(user: { readonly id: string; readonly email: string }): Promise<void> {
  await kept().editors.prisma.$transaction(async (transaction) => {
    const invitation = await openInvitationFor(transaction, user.email)
    if (invitation === null) return // withdrawn meanwhile
    const { digest, role } = invitation
    if (!(await acceptInvitation(transaction, digest, user.id))) return
    await letIn(transaction, user.id)
    const detail = { role, by: 'organisation' }
    await logAct(transaction, { person: user.id, act: 'invitation.accepted', subject: digest, detail })
  })
}

/** A disabled person gets no session, whichever way they come. */
export async function refuseTheDisabled(session: { readonly userId: string }): Promise<false | undefined> {
  const person = await personOf(kept().editors.prisma, session.userId)
  return person === null || person.disabledAt !== null ? false : undefined
}
