import 'server-only'
import { readNames } from '@/lib/contract/people/name'
import type { PeopleRefusal } from '@/lib/contract/people/refusal'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { hasPassword, passwordIsOwn, personOf, putNames } from '@/lib/db/people/people'
import { type SessionInList, sessionsOf } from '@/lib/db/people/sessions'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { askedWithPassword } from './asked'
import { told } from './cookie-names'
import { giveCookies } from './cookies'
import { auth } from './instance'
import { whyNotPassword } from './known-passwords'
import type { Person } from './person'
import type { SignedIn } from './session'

type Done<Value = null> = Promise<Result<Value, PeopleRefusal>>

/** A person's own page. */
export type Account = {
  readonly secondFactor: boolean
  readonly hasPassword: boolean
  readonly sessions: readonly SessionInList[]
}

export async function accountOf(person: Person): Promise<Account> {
  const { prisma } = kept().editors
  const [row, password, sessions] = await Promise.all([
    personOf(prisma, person.id),
    hasPassword(prisma, person.id),
    sessionsOf(prisma, person.id),
  ])
  return { secondFactor: row?.twoFactorEnabled === true, hasPassword: password, sessions }
}

/** Changes the name colleagues see, and the one readers are told; without the latter they are told "an editor". */
export async function changeNames(person: Person, names: { readonly name: string; readonly publicName: string }): Done {
  const read = readNames(names)
  if (!read.ok) return read
  const { name, publicName } = read.value
  await kept().editors.prisma.$transaction(async (transaction) => {
    await putNames(transaction, person.id, { name, publicName })
    await logAct(transaction, {
      person: person.id,
      act: 'person.renamed',
      subject: person.id,
      detail: { name, publicName },
    })
  })
  return ok(null)
}

/** Changes a password. Every session of the person ends, and this browser gets a new one. */
export async function changePassword(
  { person }: SignedIn,
  { current, next }: { readonly current: string; readonly next: string },
  request: Headers,
): Done {
  const { prisma } = kept().editors
  if (!(await hasPassword(prisma, person.id))) return refused({ why: 'no-password-here' })
  const weak = await whyNotPassword(next, [person.name, person.email])
  if (weak !== null) return refused({ why: 'weak-password', say: weak })
  if (current === next) return refused({ why: 'same-password' })

  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
  const changed = await askedWithPassword(person, request, () =>
    auth().api.changePassword({ body, headers: told(request), returnHeaders: true }),
  )
  if (!changed.ok) return changed
  await prisma.$transaction(async (transaction) => {
    await passwordIsOwn(transaction, person.id)
    await logAct(transaction, { person: person.id, act: 'password.changed', subject: person.id })
  })
  await giveCookies(changed.value.headers, request)
  return ok(null)
}
