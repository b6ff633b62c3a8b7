import 'server-only'
import { APIError } from 'better-auth/api'
import { encode } from 'uqr'
import { passwordProblems } from '@/lib/contract/people/password'
import type { PeopleRefusal } from '@/lib/contract/people/refusal'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { hasPassword, passwordIsOwn, personOf, putNames } from '@/lib/db/people/people'
import { endSessionsOf, type SessionInList, sessionsOf } from '@/lib/db/people/sessions'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { giveCookies, withCookies } from './cookies'
import { auth } from './instance'
import type { Person } from './person'
import { told } from './request'
import { type SignedIn, whoIsSignedIn } from './session'

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
  const name = names.name.trim()
  if (name === '') return refused({ why: 'no-name' })
  const publicName = names.publicName.trim() || null
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
  const [weak] = passwordProblems(next, [person.name, person.email])
  if (weak !== undefined) return refused({ why: 'weak-password', say: weak })
  if (current === next) return refused({ why: 'same-password' })

  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
  const changed = await asked(() => auth().api.changePassword({ body, headers: told(request), returnHeaders: true }))
  if (changed === null) return refused({ why: 'wrong-password' })
  await prisma.$transaction(async (transaction) => {
    await passwordIsOwn(transaction, person.id)
    await logAct(transaction, { person: person.id, act: 'password.changed', subject: person.id })
  })
  await giveCookies(changed.headers, request)
  return ok(null)
}

/** What a person needs to set up a second factor; it counts once a first code has been entered. */
export type SecondFactorToSetUp = {
  /** The dark modules of the code to scan, as an SVG path on a grid of `size`. */
  readonly path: string
  readonly size: number
  /** The same for typing it in. */
  readonly secret: string
  /** Each lets in once when the second factor is not at hand. */
  readonly backupCodes: readonly string[]
}

/** Begins to set up a second factor. Asked again, it begins anew with another secret. */
export async function beginSecondFactor(
  _person: Person,
  password: string,
  request: Headers,
): Done<SecondFactorToSetUp> {
  const body = { password, method: 'totp' as const }
  const begun = await asked(() => auth().api.enableTwoFactor({ body, headers: told(request) }))
  if (begun === null || !('totpURI' in begun)) return refused({ why: 'wrong-password' })
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? ''
  return ok({ ...drawn(begun.totpURI), secret, backupCodes: begun.backupCodes })
}

/** The first code puts the second factor in force. The other sessions end, and this browser gets a new one. */
export async function confirmSecondFactor(person: Person, code: string, request: Headers): Done {
  const body = { code: code.replaceAll(/\s/g, '') }
  return turn(person, 'second-factor.on', 'wrong-code', request, () =>
    auth().api.verifyTOTP({ body, headers: told(request), returnHeaders: true }),
  )
}

/** Ends the second factor. The other sessions end, and this browser gets a new one. */
export async function stopSecondFactor(person: Person, password: string, request: Headers): Done {
  return turn(person, 'second-factor.off', 'wrong-password', request, () =>
    auth().api.disableTwoFactor({ body: { password }, headers: told(request), returnHeaders: true }),
  )
}

async function turn(
  person: Person,
  act: string,
  why: 'wrong-code' | 'wrong-password',
  request: Headers,
  ask: () => Promise<{ readonly headers: Headers }>,
): Done {
  const turned = await asked(ask)
  if (turned === null) return refused({ why })
  const now = await whoIsSignedIn(withCookies(request, turned.headers))
  const { prisma } = kept().editors
  await endSessionsOf(prisma, person.id, now?.session)
  await logAct(prisma, { person: person.id, act, subject: person.id })
  await giveCookies(turned.headers, request)
  return ok(null)
}

function drawn(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: dark.join(''), size }
}

/** What the library refuses is `null`; what breaks is thrown. */
async function asked<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
