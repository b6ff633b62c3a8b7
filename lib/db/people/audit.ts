import type { Database } from '../connection'
import type { Prisma } from '../generated/client'

/** One act as it is logged: `act` is named like `draft.submitted`, `subject` says on what, `detail` what else matters. */
export type Act = {
  /** Who did it, by id; `null` for what nobody known did: a refused sign-in, the operator's command. */
  readonly person: string | null
  readonly act: string
  readonly subject: string | null
  readonly detail?: { readonly [name: string]: string | number | boolean | null | readonly string[] }
}

/**
 * Writes an act into the log, which is only ever added to. Inside a transaction the act stands or falls with what was
 * done. Passwords, tokens and links never belong into `detail`.
 *
 * @throws {Error} when the act is not named by two or more words joined by points.
 */
export async function logAct(
  database: Database['prisma'] | Prisma.TransactionClient,
  { person, act, subject, detail = {} }: Act,
): Promise<void> {
  await database.auditEntry.create({ data: { person, act, subject, detail: { ...detail } as Prisma.InputJsonObject } })
}
