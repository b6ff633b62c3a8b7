import 'server-only'
import { encode } from 'uqr'
import type { PeopleRefusal } from '@/lib/contract/people/refusal'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { endSessionsOf } from '@/lib/db/people/sessions'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { asked, askedWithPassword } from './asked'
import { told } from './cookie-names'
import { giveCookies, withCookies } from './cookies'
import { auth } from './instance'
import type { Person } from './person'
import { whoIsSignedIn } from './session'

type Done<Value = null> = Promise<Result<Value, PeopleRefusal>>

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
export async function beginSecondFactor(person: Person, password: string, request: Headers): Done<SecondFactorToSetUp> {
  const body = { password, method: 'totp' as const }
  const begun = await askedWithPassword(person, request, () =>
    auth().api.enableTwoFactor({ body, headers: told(request) }),
  )
  if (!begun.ok) return begun
  if (!('totpURI' in begun.value)) return refused({ why: 'wrong-password' })
  const { totpURI, backupCodes } = begun.value
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  return ok({ ...drawn(totpURI), secret, backupCodes })
}

/** The first code puts the second factor in force. The other sessions end, and this browser gets a new one. */
export async function confirmSecondFactor(person: Person, code: string, request: Headers): Done {
  const body = { code: code.replaceAll(/\s/g, '') }
  const turned = await asked(() => auth().api.verifyTOTP({ body, headers: told(request), returnHeaders: true }))
  if (turned === null) return refused({ why: 'wrong-code' })
  return isTurned(person, 'second-factor.on', request, turned.headers)
}

/** Ends the second factor. The other sessions end, and this browser gets a new one. */
export async function stopSecondFactor(person: Person, password: string, request: Headers): Done {
  const turned = await askedWithPassword(person, request, () =>
    auth().api.disableTwoFactor({ body: { password }, headers: told(request), returnHeaders: true }),
  )
  return turned.ok ? isTurned(person, 'second-factor.off', request, turned.value.headers) : turned
}

async function isTurned(
  person: Person,
  act: 'second-factor.on' | 'second-factor.off',
  request: Headers,
  given: Headers,
): Done {
  const now = await whoIsSignedIn(withCookies(request, given))
  const { prisma } = kept().editors
  await endSessionsOf(prisma, person.id, now?.session)
  await logAct(prisma, { person: person.id, act, subject: person.id })
  await giveCookies(given, request)
  return ok(null)
}

function drawn(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: dark.join(''), size }
}
