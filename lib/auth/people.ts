import 'server-only'
import type { Act } from '@/lib/contract/people/acts'
import { readAddress } from '@/lib/contract/people/address'
import type { PeopleRefusal } from '@/lib/contract/people/refusal'
import type { Role } from '@/lib/contract/people/role'
import { kept } from '@/lib/db/client'
import type { Database } from '@/lib/db/connection'
import { logAct } from '@/lib/db/people/audit'
import { type Invitation, invitations, keepInvitation, withdrawInvitation } from '@/lib/db/people/invitations'
import {
  changeStanding,
  dropSecondFactor,
  type PersonInList,
  people,
  personByEmail,
  personOf,
} from '@/lib/db/people/people'
import { endSessionsOf } from '@/lib/db/people/sessions'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { Admin } from './person'
import { invitationSecret } from './secrets'

type Done<Value = null> = Promise<Result<Value, PeopleRefusal>>

/** Who does it: an admin, or `null` for the operator's command. */
type Actor = Admin | null

/** So long an invitation waits. */
export const INVITATION_DAYS = 7

/** Everybody who may sign in or could, and everybody who is invited. */
export async function peopleAndInvitations(
  _admin: Admin,
): Promise<{ readonly people: readonly PersonInList[]; readonly invitations: readonly Invitation[] }> {
  const { prisma } = kept().editors
  return { people: await people(prisma), invitations: await invitations(prisma) }
}

/**
 * Invites an address to a role, in place of an invitation still open for it.
 *
 * @returns the secret of the link `/admin/join/<token>`. It is told once: only its digest is kept.
 */
export async function invite(
  actor: Actor,
  { email, role }: { readonly email: string; readonly role: Role },
  { prisma }: Pick<Database, 'prisma'> = kept().editors,
): Done<{ readonly token: string }> {
  const address = readAddress(email)
  if (address === null) return refused({ why: 'not-an-address' })
  if ((await personByEmail(prisma, address)) !== null) return refused({ why: 'address-taken', email: address })

  const { token, digest } = invitationSecret()
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 24 * 3_600_000)
  await prisma.$transaction(async (transaction) => {
    await keepInvitation(transaction, { digest, email: address, role, invitedBy: actor?.id ?? null, expiresAt })
    await logAct(transaction, act(actor, 'invitation.made', digest, { role }))
  })
  return ok({ token })
}

export async function withdraw(admin: Admin, digest: string): Done {
  if (!/^[0-9a-f]{64}$/.test(digest)) return refused({ why: 'link-unknown' })
  return kept().editors.prisma.$transaction(async (transaction) => {
    if (!(await withdrawInvitation(transaction, digest))) return refused({ why: 'link-unknown' })
    await logAct(transaction, act(admin, 'invitation.withdrawn', digest))
    return ok(null)
  })
}

/** Gives a person another role. It counts from their next request on. */
export async function changeRole(
  actor: Actor,
  id: string,
  role: Role,
  { prisma }: Pick<Database, 'prisma'> = kept().editors,
): Done {
  return prisma.$transaction(async (transaction) => {
    const person = await personOf(transaction, id)
    if (person === null) return refused<PeopleRefusal>({ why: 'no-such-person' })
    if (!(await changeStanding(transaction, id, { role }))) return refused<PeopleRefusal>({ why: 'last-admin' })
    await logAct(transaction, act(actor, 'person.role-changed', id, { from: person.role, to: role }))
    return ok(null)
  })
}

/** Signs a person out everywhere and lets them in no more, or lets them in again. Nobody does it to themselves. */
export async function disable(
  actor: Actor,
  id: string,
  disabled: boolean,
  { prisma }: Pick<Database, 'prisma'> = kept().editors,
): Done {
  if (actor?.id === id) return refused({ why: 'oneself' })
  return prisma.$transaction(async (transaction) => {
    if ((await personOf(transaction, id)) === null) return refused<PeopleRefusal>({ why: 'no-such-person' })
    const changed = await changeStanding(transaction, id, { disabledAt: disabled ? new Date() : null })
    if (!changed) return refused<PeopleRefusal>({ why: 'last-admin' })
    if (disabled) await endSessionsOf(transaction, id)
    await logAct(transaction, act(actor, disabled ? 'person.disabled' : 'person.enabled', id))
    return ok(null)
  })
}

/** For somebody who lost their second factor and their backup codes. */
export async function takeSecondFactorAway(admin: Admin, id: string): Done {
  return kept().editors.prisma.$transaction(async (transaction) => {
    if ((await personOf(transaction, id)) === null) return refused<PeopleRefusal>({ why: 'no-such-person' })
    await dropSecondFactor(transaction, id)
    await endSessionsOf(transaction, id)
    await logAct(transaction, act(admin, 'second-factor.taken-away', id))
    return ok(null)
  })
}

function act(actor: Actor, name: Act, subject: string, detail: { readonly [name: string]: string } = {}) {
  return {
    person: actor?.id ?? null,
    act: name,
    subject,
    detail: actor === null ? { ...detail, by: 'command' } : detail,
  }
}
