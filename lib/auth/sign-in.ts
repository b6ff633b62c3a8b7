import 'server-only'
import { APIError } from 'better-auth/api'
import { readAddress } from '@/lib/contract/people/address'
import type { SignInRefusal } from '@/lib/contract/people/refusal'
import { networkOf } from '@/lib/contract/sender-address'
import { kept } from '@/lib/db/client'
import type { Wait } from '@/lib/db/counter'
import { logAct } from '@/lib/db/people/audit'
import { personByEmail } from '@/lib/db/people/people'
import { endSession } from '@/lib/db/people/sessions'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { asked } from './asked'
import { told } from './cookie-names'
import { giveCookies, withCookies } from './cookies'
import { deviceOf, keepDevice } from './device'
import { auth } from './instance'
import { isFirstUse, type SignInLimits, signInLimits } from './limits'
import type { Person } from './person'
import { addressOf, isSafeOrigin } from './request'
import { whoIsSignedIn } from './session'

/** What somebody types to sign in; `code` is for who has a second factor, and may be one of their backup codes. */
export type Credentials = { readonly email: string; readonly password: string; readonly code: string }

type Outcome = Promise<Result<Person, SignInRefusal>>

/**
 * Signs somebody in and gives this browser a new session; one it had ends. Who is signed in or refused is logged, a
 * refusal to listen once for as long as it lasts; a step that is still to come, and a browser that would keep no session,
 * are not.
 *
 * Where a code is needed and none is given, the first step is remembered for some minutes in a cookie, and
 * `enterCode` takes the second.
 *
 * @param request the headers of the request; its address counts for the limits.
 */
export async function signIn(
  { email, password, code }: Credentials,
  request: Headers,
  limits: SignInLimits = signInLimits(),
): Outcome {
  if (!isSafeOrigin(request)) return refused({ why: 'not-safe' })
  const from = { address: networkOf(addressOf(request)), device: deviceOf(request) }
  const counted = await limits.attempt(email, from)
  if (!counted.ok) return mustWait(counted.refusal, email)

  const first = await asked(() =>
    auth().api.signInEmail({ body: { email: email.trim(), password }, headers: told(request), returnHeaders: true }),
  )
  if (first === null) return refusedAndLogged({ why: 'wrong' }, email)
  if (!('twoFactorRedirect' in first.response)) return arrive(first.headers, request, limits)
  if (code.trim() === '') {
    await giveCookies(first.headers, request)
    return refused({ why: 'code-needed' })
  }
  return answerChallenge(code, withCookies(request, first.headers), request, limits)
}

/** The second step of a sign-in: the code of the second factor, or a backup code. */
export async function enterCode(code: string, request: Headers, limits: SignInLimits = signInLimits()): Outcome {
  const from = networkOf(addressOf(request))
  const counted = await limits.step(from)
  if (!counted.ok) return mustWait(counted.refusal, null)
  const arrived = await answerChallenge(code, request, request, limits)
  if (arrived.ok) await limits.stepped(from)
  return arrived
}

async function answerChallenge(code: string, challenged: Headers, request: Headers, limits: SignInLimits): Outcome {
  const plain = code.replaceAll(/\s/g, '')
  const step = { headers: told(challenged), returnHeaders: true as const }
  try {
    const answer = /^\d{6}$/.test(plain)
      ? await auth().api.verifyTOTP({ body: { code: plain }, ...step })
      : await auth().api.verifyBackupCode({ body: { code: plain }, ...step })
    return await arrive(answer.headers, request, limits, plain)
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    const code = (error.body as { code?: string } | undefined)?.code
    // Without a first step nobody is meant, and anybody can send it.
    if (code === 'INVALID_TWO_FACTOR_COOKIE') return refused({ why: 'begin-again' })
    return refusedAndLogged(refusalOf(code), null)
  }
}

function refusalOf(code: string | undefined): SignInRefusal {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return { why: 'wait', seconds: 15 * 60 }
  return { why: code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' ? 'wrong-code' : 'begin-again' }
}

/** The browser takes its new session; the one it had ends, so that nobody who knew it goes on. */
async function arrive(given: Headers, request: Headers, limits: SignInLimits, code?: string): Outcome {
  const before = await whoIsSignedIn(request)
  const arrived = await whoIsSignedIn(withCookies(request, given))
  if (arrived === null) return refusedAndLogged({ why: 'wrong' }, null)

  const { prisma } = kept().editors
  if (code !== undefined && !(await isFirstUse(arrived.person.id, code))) {
    await endSession(prisma, arrived.session)
    return refusedAndLogged({ why: 'wrong-code' }, arrived.person.email)
  }
  if (before !== null && before.session !== arrived.session) await endSession(prisma, before.session)
  await giveCookies(given, request)
  const { id, email } = arrived.person
  await limits.succeeded(email, { address: networkOf(addressOf(request)), device: await keepDevice(request) })
  await logAct(prisma, { person: id, act: 'session.signed-in', subject: id })
  return ok(arrived.person)
}

async function mustWait({ seconds, isFirst }: Wait, email: string | null): Outcome {
  return isFirst ? refusedAndLogged({ why: 'wait', seconds }, email) : refused({ why: 'wait', seconds })
}

/**
 * A refused sign-in is logged with the person whose address was typed, where there is one. An address that nobody has is
 * not logged: people type passwords into that field.
 */
async function refusedAndLogged(refusal: SignInRefusal, email: string | null): Outcome {
  const { prisma } = kept().editors
  const address = readAddress(email ?? '')
  const known = address === null ? null : await personByEmail(prisma, address)
  await logAct(prisma, {
    person: null,
    act: 'session.refused',
    subject: known?.id ?? null,
    detail: { why: refusal.why },
  })
  return refused(refusal)
}
