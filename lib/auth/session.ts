import 'server-only'
import type { Role } from '@/lib/contract/people/role'
import { kept } from '@/lib/db/client'
import { endSession, sessionInUse } from '@/lib/db/people/sessions'
import { asTheLibraryNames } from './cookie-names'
import { auth } from './instance'
import type { Person } from './person'
import { lacksRequiredFactor } from './required-factor'

/** A signed-in browser: who, by which session, and whether a password has to be changed or a second factor set up first. */
export type SignedIn = {
  readonly person: Person
  readonly session: string
  readonly mustChangePassword: boolean
  readonly lacksSecondFactor: boolean
}

/** A browser that was left alone for this long is signed out. */
const IDLE_MS = 12 * 3_600_000

/**
 * Who sent a request with these headers. The cookie's signature is checked first; role and standing are read from the
 * person's row at every request, so that a role taken away or a person disabled counts at once.
 */
export async function whoIsSignedIn(headers: Headers): Promise<SignedIn | null> {
  if (!headers.has('cookie')) return null
  const found = await auth().api.getSession({ headers: asTheLibraryNames(headers) })
  if (found === null) return null

  const { prisma } = kept().editors
  const inUse = await sessionInUse(prisma, found.session.id, IDLE_MS)
  if (inUse === null) {
    await endSession(prisma, found.session.id)
    return null
  }
  const { id, name, email, role, publicName, mustChangePassword } = inUse
  // The one place in the house that makes the proof.
  const person = { id, name, email, role: role as Role, publicName } as Person
  const lacksSecondFactor = await lacksRequiredFactor(inUse)
  return { person, session: found.session.id, mustChangePassword, lacksSecondFactor }
}
