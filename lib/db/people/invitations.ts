import type { Prisma } from '../generated/client'

type Transaction = Prisma.TransactionClient

/** An invitation as admins see it; the link itself is known to nobody but its holder. */
export type Invitation = {
  readonly digest: string
  readonly email: string
  readonly role: string
  readonly invitedBy: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly standing: 'open' | 'expired' | 'accepted' | 'withdrawn'
}

type Row = Prisma.InvitationGetPayload<{ include: { inviter: true } }>

const OPEN = () => ({ acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } })

/** Keeps an invitation under the digest of its link, in place of one that was still open for that address. */
export async function keepInvitation(
  transaction: Transaction,
  invitation: { digest: string; email: string; role: string; invitedBy: string | null; expiresAt: Date },
): Promise<void> {
  const { digest, ...rest } = invitation
  await transaction.invitation.updateMany({
    where: { email: rest.email, ...OPEN() },
    data: { withdrawnAt: new Date() },
  })
  await transaction.invitation.create({ data: { tokenHash: digest, ...rest } })
}

export async function invitationOf(transaction: Transaction, digest: string): Promise<Invitation | null> {
  const row = await transaction.invitation.findUnique({ where: { tokenHash: digest }, include: { inviter: true } })
  return row === null ? null : invitationFrom(row)
}

/** The newest first. */
export async function invitations(transaction: Transaction): Promise<readonly Invitation[]> {
  const rows = await transaction.invitation.findMany({ orderBy: { createdAt: 'desc' }, include: { inviter: true } })
  return rows.map(invitationFrom)
}

/** Marks an open invitation as accepted; of two who use one link at once, one does. */
export async function acceptInvitation(transaction: Transaction, digest: string, person: string): Promise<boolean> {
  const { count } = await transaction.invitation.updateMany({
    where: { tokenHash: digest, ...OPEN() },
    data: { acceptedAt: new Date(), acceptedBy: person },
  })
  return count === 1
}

/** The open invitation for an address, found without its link: an organisation vouches for the address. */
export async function openInvitationFor(
  transaction: Transaction,
  email: string,
): Promise<{ readonly digest: string; readonly role: string } | null> {
  const open = await transaction.invitation.findFirst({ where: { email: email.toLowerCase(), ...OPEN() } })
  return open === null ? null : { digest: open.tokenHash, role: open.role }
}

export async function withdrawInvitation(transaction: Transaction, digest: string): Promise<boolean> {
  const { count } = await transaction.invitation.updateMany({
    where: { tokenHash: digest, ...OPEN() },
    data: { withdrawnAt: new Date() },
  })
  return count === 1
}

function invitationFrom(row: Row): Invitation {
  const { acceptedAt, withdrawnAt, expiresAt } = row
  const ended = acceptedAt !== null ? 'accepted' : withdrawnAt !== null ? 'withdrawn' : null
  return {
    digest: row.tokenHash,
    email: row.email,
    role: row.role,
    invitedBy: row.inviter?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    standing: ended ?? (expiresAt.getTime() <= Date.now() ? 'expired' : 'open'),
  }
}
