import { changeRole, disable, INVITATION_DAYS, invite } from '@/lib/auth/people'
import { hashed, newPersonId, oneTimePassword } from '@/lib/auth/secrets'
import { readAddress } from '@/lib/contract/people/address'
import { readNames } from '@/lib/contract/people/name'
import { type PeopleRefusal, sayPeopleRefusal } from '@/lib/contract/people/refusal'
import { type Database, openDatabase } from '@/lib/db/connection'
import { logAct } from '@/lib/db/people/audit'
import { addPerson, people, personByEmail, putPassword } from '@/lib/db/people/people'
import { endSessionsOf } from '@/lib/db/people/sessions'
import type { Result } from '@/lib/ledger/result'
import { Failure } from './failure'
import type { Task } from './people-words'

/**
 * Does one task and says what was done. Passwords and links are in the answer and nowhere else.
 *
 * @throws {Failure} in the words of the refusal.
 */
export async function doWithPeople(url: string, task: Task, address: string): Promise<string> {
  const database = openDatabase(url, 2)
  try {
    return await done(database, task, address)
  } finally {
    await database.close()
  }
}

async function done(database: Database, task: Task, address: string): Promise<string> {
  if (task.does === 'list') return listed(database)
  if (task.does === 'add') return added(database, task)
  if (task.does === 'invite') {
    const { token } = granted(await invite(null, task, database))
    return `Give this link to ${task.email}; it works once, for ${INVITATION_DAYS} days:\n  ${address}/admin/join/${token}`
  }
  const person = await personByEmail(database.prisma, task.email)
  if (person === null) throw new Failure(`Nobody has the address ${task.email}.`)
  switch (task.does) {
    case 'role':
      granted(await changeRole(null, person.id, task.role, database))
      return `${person.name} is ${task.role} from now on.`
    case 'disable':
      granted(await disable(null, person.id, true, database))
      return `${person.name} is signed out everywhere and is let in no more.`
    case 'enable':
      granted(await disable(null, person.id, false, database))
      return `${person.name} is let in again.`
    case 'password':
      return renewed(database, person)
  }
}

async function added(
  { prisma }: Database,
  { email, role, name }: Extract<Task, { readonly does: 'add' }>,
): Promise<string> {
  const address = readAddress(email)
  if (address === null) throw new Failure(sayPeopleRefusal({ why: 'not-an-address' }))
  const names = granted(readNames({ name, publicName: '' }))
  if ((await personByEmail(prisma, address)) !== null) {
    throw new Failure(sayPeopleRefusal({ why: 'address-taken', email: address }))
  }
  const id = newPersonId()
  const password = oneTimePassword()
  const hash = await hashed(password)
  await prisma.$transaction(async (transaction) => {
    await addPerson(transaction, { id, name: names.name, email: address, role }, { hash, mustChange: true })
    await logAct(transaction, { person: null, act: 'person.added', subject: id, detail: { role, by: 'command' } })
  })
  return `${names.name} may sign in as ${address} (${role}). The password, for once:\n  ${password}`
}

/** A new password for once. Whoever knew the old one is signed out. */
async function renewed({ prisma }: Database, person: { readonly id: string; readonly name: string }): Promise<string> {
  const password = oneTimePassword()
  const hash = await hashed(password)
  await prisma.$transaction(async (transaction) => {
    await putPassword(transaction, person.id, { hash, mustChange: true })
    await endSessionsOf(transaction, person.id)
    await logAct(transaction, { person: null, act: 'password.renewed', subject: person.id, detail: { by: 'command' } })
  })
  return `${person.name} is signed out everywhere. The new password, for once:\n  ${password}`
}

async function listed({ prisma }: Database): Promise<string> {
  const everybody = await people(prisma)
  if (everybody.length === 0) return 'Nobody may sign in yet: add the first admin.'
  const rows = everybody.map(({ email, role, name, disabled }) => [email, role, name, disabled ? 'disabled' : ''])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function granted<Value>(outcome: Result<Value, PeopleRefusal>): Value {
  if (!outcome.ok) throw new Failure(sayPeopleRefusal(outcome.refusal))
  return outcome.value
}
