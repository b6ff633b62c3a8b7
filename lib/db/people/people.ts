import type { Prisma } from '../generated/client'

type Transaction = Prisma.TransactionClient

/** A person as admins see them. */
export type PersonInList = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly publicName: string | null
  readonly disabled: boolean
  readonly secondFactor: boolean
  /** When one of their browsers was last used; `null` for nobody who is signed in. */
  readonly lastUsed: string | null
}

/** Everybody, by name; who was disabled last. */
export async function people(transaction: Transaction): Promise<readonly PersonInList[]> {
  const rows = await transaction.person.findMany({
    include: { sessions: { orderBy: { updatedAt: 'desc' }, take: 1 } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const listed = rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    publicName: row.publicName,
    disabled: row.disabledAt !== null,
    secondFactor: row.twoFactorEnabled,
    lastUsed: row.sessions[0]?.updatedAt.toISOString() ?? null,
  }))
  return [...listed.filter(({ disabled }) => !disabled), ...listed.filter(({ disabled }) => disabled)]
}

/** A person's own page; `null` for what is nobody's id, also for what no id can be. */
export async function personOf(transaction: Transaction, id: string) {
  return typeof id !== 'string' || id.includes('\0') ? null : transaction.person.findUnique({ where: { id } })
}

export async function personByEmail(transaction: Transaction, email: string) {
  return transaction.person.findUnique({ where: { email: email.trim().toLowerCase() } })
}

/** Somebody new with the hash of a password; `mustChange` when somebody else has seen the password. */
export async function addPerson(
  transaction: Transaction,
  person: { id: string; name: string; email: string; role: string; publicName?: string | null },
  password: { hash: string; mustChange: boolean },
): Promise<void> {
  const email = person.email.trim().toLowerCase()
  await transaction.person.create({
    data: { ...person, email, emailVerified: true, mustChangePassword: password.mustChange },
  })
  await putPassword(transaction, person.id, password)
}

/** Sets a person's password, whether they had one or not. Sessions are the caller's business. */
export async function putPassword(
  transaction: Transaction,
  person: string,
  { hash, mustChange }: { hash: string; mustChange: boolean },
): Promise<void> {
  const key = { providerId: 'credential', accountId: person }
  await transaction.account.upsert({
    where: { providerId_accountId: key },
    create: { id: person, ...key, userId: person, password: hash },
    update: { password: hash, updatedAt: new Date() },
  })
  await transaction.person.update({ where: { id: person }, data: { mustChangePassword: mustChange } })
}

/** The person has chosen the password themselves. */
export async function passwordIsOwn(transaction: Transaction, person: string): Promise<void> {
  await transaction.person.update({ where: { id: person }, data: { mustChangePassword: false } })
}

export async function hasPassword(transaction: Transaction, person: string): Promise<boolean> {
  const found = await transaction.account.findFirst({ where: { userId: person, providerId: 'credential' } })
  return found?.password != null
}

export async function putNames(
  transaction: Transaction,
  person: string,
  names: { name: string; publicName: string | null },
): Promise<void> {
  await transaction.person.update({ where: { id: person }, data: { ...names, updatedAt: new Date() } })
}

/**
 * Changes what a person may do. Changes of roles and standings wait for each other, so that two admins cannot take the
 * last two admins away at once.
 *
 * @returns `false` when nobody would be left who manages people.
 */
export async function changeStanding(
  transaction: Transaction,
  person: string,
  change: { readonly role: string } | { readonly disabledAt: Date | null },
): Promise<boolean> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('who may manage people'))`
  const takesAway = 'role' in change ? change.role !== 'admin' : change.disabledAt !== null
  if (takesAway) {
    const others = await transaction.person.count({ where: { role: 'admin', disabledAt: null, id: { not: person } } })
    const row = await transaction.person.findUnique({ where: { id: person } })
    if (others === 0 && row?.role === 'admin' && row.disabledAt === null) return false
  }
  await transaction.person.update({ where: { id: person }, data: { ...change, updatedAt: new Date() } })
  return true
}

/** Lets somebody in who was made disabled. */
export async function letIn(transaction: Transaction, person: string): Promise<void> {
  await transaction.person.update({ where: { id: person }, data: { disabledAt: null } })
}

/** Whether anybody may sign in at all. */
export async function isAnybodyThere(transaction: Transaction): Promise<boolean> {
  return (await transaction.person.count()) > 0
}

/** Takes the second factor away from somebody who lost it. */
export async function dropSecondFactor(transaction: Transaction, person: string): Promise<void> {
  await transaction.twoFactor.deleteMany({ where: { userId: person } })
  await transaction.person.update({ where: { id: person }, data: { twoFactorEnabled: false } })
}
