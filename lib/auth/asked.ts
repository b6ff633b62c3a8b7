import 'server-only'
import { APIError } from 'better-auth/api'
import type { PeopleRefusal } from '@/lib/contract/people/refusal'
import { networkOf } from '@/lib/contract/sender-address'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { deviceOf } from './device'
import { type SignInLimits, signInLimits } from './limits'
import type { Person } from './person'
import { addressOf } from './request'

/** What the sign-in library answers; what it refuses is `null`, and what breaks is thrown. */
export async function asked<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}

/**
 * What the library answers to somebody who is signed in and types their password once more. It counts like a sign-in:
 * whoever sits down at a browser that was left open may not try passwords for longer than a stranger.
 */
export async function askedWithPassword<Value>(
  { email }: Person,
  request: Headers,
  ask: () => Promise<Value>,
  limits: SignInLimits = signInLimits(),
): Promise<Result<Value, PeopleRefusal>> {
  const from = { address: networkOf(addressOf(request)), device: deviceOf(request) }
  const counted = await limits.attempt(email, from)
  if (!counted.ok) return refused({ why: 'wait', seconds: counted.refusal.seconds })
  const answer = await asked(ask)
  if (answer === null) return refused({ why: 'wrong-password' })
  await limits.succeeded(email, from)
  return ok(answer)
}
