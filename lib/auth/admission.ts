import 'server-only'
import { kept } from '@/lib/db/client'
import { acceptByAddress } from '@/lib/db/people/invitations'
import { personOf } from '@/lib/db/people/people'

type NewUser = { readonly id?: string; readonly email: string; readonly name: string } & Record<string, unknown>

/**
 * The library makes a person in one case: an organisation vouches for an address that has no person yet. It is let in
 * when an open invitation waits for that address, with the role that was meant for it; otherwise nobody is made.
 */
export async function admitThroughOrganisation(user: NewUser): Promise<false | { data: NewUser }> {
  if (user['emailVerified'] !== true) return false
  const invitation = await acceptByAddress(kept().editors.prisma, user.email)
  return invitation === null ? false : { data: { ...user, name: user.name || user.email, role: invitation.role } }
}

/** A disabled person gets no session, whichever way they come. */
export async function refuseTheDisabled(session: { readonly userId: string }): Promise<false | undefined> {
  const person = await personOf(kept().editors.prisma, session.userId)
  return person === null || person.disabledAt !== null ? false : undefined
}
