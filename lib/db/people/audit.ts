import type { Act } from '@/lib/contract/people/acts'
import type { Database } from '../connection'
import type { Prisma } from '../generated/client'

/** One act as it is logged: `act` by its name, `subject` says on what, `detail` what else matters. */
export type ActToLog = {
  /** Who did it, by id; `null` for what nobody known did: a refused sign-in, the operator's command. */
  readonly person: string | null
  readonly act: Act
  readonly subject: string | null
  readonly detail?: { readonly [name: string]: string | number | boolean | null | readonly string[] }
}

/**
 * Writes an act into the log, which is only ever added to. Inside a transaction the act stands or falls with what was
 * done. Passwords, tokens and links never belong into `detail`.
 */
export async function logAct(
  database: Database['prisma'] | Prisma.TransactionClient,
  { person, act, subject, detail = {} }: ActToLog,
): Promise<void> {
  await database.auditEntry.create({ data: { person, act, subject, detail: { ...detail } as Prisma.InputJsonObject } })
}

/** An act as it is read back. */
export type LoggedAct = {
  readonly number: string
  readonly at: string
  readonly person: string | null
  readonly name: string | null
  readonly act: string
  readonly subject: string | null
  readonly detail: unknown
}

/** Which acts are asked for; what is `null` does not matter. Instants are half-open. */
export type LogFilter = {
  readonly act: string | null
  readonly person: string | null
  readonly from: Date | null
  readonly to: Date | null
  /** Only acts before this one, by number: the next page. */
  readonly before: string | null
}

/** The acts that a filter lets through, the newest first. */
export async function loggedActs(
  prisma: Prisma.TransactionClient,
  filter: LogFilter,
  most?: number,
): Promise<readonly LoggedAct[]> {
  const rows = await prisma.auditEntry.findMany({
    where: whereOf(filter),
    include: { actor: true },
    orderBy: { id: 'desc' },
    ...(most === undefined ? {} : { take: most }),
  })
  return rows.map(({ id, at, person, actor, act, subject, detail }) => ({
    number: String(id),
    at: at.toISOString(),
    person,
    name: actor?.name ?? null,
    act,
    subject,
    detail,
  }))
}

/** An act concerns a person who did it, and one it was done to. */
function whereOf({ act, person, from, to, before }: LogFilter): Prisma.AuditEntryWhereInput {
  return {
    ...(act === null ? {} : { act }),
    ...(person === null ? {} : { OR: [{ person }, { subject: person }] }),
    ...(before === null ? {} : { id: { lt: BigInt(before) } }),
    at: { ...(from === null ? {} : { gte: from }), ...(to === null ? {} : { lt: to }) },
  }
}

/** Every name of an act that stands in the log. */
export async function namesOfActs(prisma: Prisma.TransactionClient): Promise<readonly string[]> {
  const rows = await prisma.auditEntry.findMany({ distinct: ['act'], select: { act: true }, orderBy: { act: 'asc' } })
  return rows.map(({ act }) => act)
}
