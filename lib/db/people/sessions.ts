import type { Prisma } from '../generated/client'

type Transaction = Prisma.TransactionClient

/** How often a session in use is noted as such: often enough for a limit in hours, seldom enough to cost nothing. */
const NOTED_EVERY_MS = 5 * 60_000

/** The person of a session that may go on; `null` when it was left alone for `idleMs`, or the person is disabled. */
export async function sessionInUse(prisma: Transaction, id: string, idleMs: number) {
  const session = await prisma.session.findUnique({ where: { id }, include: { person: true } })
  if (session === null || session.person.disabledAt !== null) return null
  const idle = Date.now() - session.updatedAt.getTime()
  if (idle > idleMs) return null
  if (idle > NOTED_EVERY_MS) await prisma.session.updateMany({ where: { id }, data: { updatedAt: new Date() } })
  return session.person
}

export async function endSession(prisma: Transaction, id: string): Promise<void> {
  await prisma.session.deleteMany({ where: { id } })
}

/** Signs a person out of every browser, or of every other one. Gives how many there were. */
export async function endSessionsOf(prisma: Transaction, person: string, except?: string): Promise<number> {
  const where = { userId: person, ...(except === undefined ? {} : { id: { not: except } }) }
  return (await prisma.session.deleteMany({ where })).count
}

/** One signed-in browser as its person is shown it. */
export type SessionInList = {
  readonly id: string
  readonly since: string
  readonly lastUsed: string
  readonly address: string | null
  readonly browser: string | null
}

/** Where a person is signed in, the browser used last first. */
export async function sessionsOf(prisma: Transaction, person: string): Promise<readonly SessionInList[]> {
  const rows = await prisma.session.findMany({
    where: { userId: person, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: 'desc' },
  })
  return rows.map((row) => ({
    id: row.id,
    since: row.createdAt.toISOString(),
    lastUsed: row.updatedAt.toISOString(),
    address: row.ipAddress,
    browser: row.userAgent,
  }))
}
