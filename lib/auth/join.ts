import 'server-only'
import { readNames } from '@/lib/contract/people/name'
import type { PeopleRefusal } from '@/lib/contract/people/refusal'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { acceptInvitation, type Invitation, invitationOf } from '@/lib/db/people/invitations'
import { addPerson, personByEmail } from '@/lib/db/people/people'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { whyNotPassword } from './known-passwords'
import { digestOfToken, hashed, newPersonId } from './secrets'

/** What an invited person types. */
export type Joining = { readonly name: string; readonly publicName: string; readonly password: string }

/** The open invitation that a link stands for, or why it stands for none any more. */
export async function invitationBehind(token: string): Promise<Result<Invitation, PeopleRefusal>> {
  const invitation = await invitationOf(kept().editors.prisma, digestOfToken(token))
  if (invitation === null) return refused({ why: 'link-unknown' })
  switch (invitation.standing) {
    case 'open':
      return ok(invitation)
    case 'accepted':
      return refused({ why: 'link-used' })
    case 'expired':
      return refused({ why: 'link-expired' })
    case 'withdrawn':
      return refused({ why: 'link-withdrawn' })
  }
}

/** Makes a person of whoever holds an open invitation. The link works once, also for two who use it at the same time. */
export async function join(
  token: string,
  joining: Joining,
): Promise<Result<{ readonly email: string }, PeopleRefusal>> {
  const behind = await invitationBehind(token)
  if (!behind.ok) return behind
  const { email, role, digest } = behind.value
  const names = readNames(joining)
  if (!names.ok) return names
  const { name, publicName } = names.value
  const weak = await whyNotPassword(joining.password, [name, email])
  if (weak !== null) return refused({ why: 'weak-password', say: weak })

  const { prisma } = kept().editors
  if ((await personByEmail(prisma, email)) !== null) return refused({ why: 'address-taken', email })
  const hash = await hashed(joining.password)
  const id = newPersonId()
  const taken = await prisma
    .$transaction(async (transaction) => {
      // The person first, since the invitation names them; a link that was used meanwhile takes the person back.
      await addPerson(transaction, { id, name, email, role, publicName }, { hash, mustChange: false })
      if (!(await acceptInvitation(transaction, digest, id))) throw new LinkUsed()
      await logAct(transaction, { person: id, act: 'invitation.accepted', subject: digest, detail: { role } })
    })
    .then(
      () => false,
      (error: unknown) => {
        if (error instanceof LinkUsed || isTaken(error)) return true
        throw error
      },
    )
  return taken ? refused({ why: 'link-used' }) : ok({ email })
}

class LinkUsed extends Error {}

/** Of two at once, the second finds the address taken. */
function isTaken(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'P2002'
}
