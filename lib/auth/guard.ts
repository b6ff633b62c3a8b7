import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { localBack } from '@/lib/contract/people/local-back'
import { isAtLeast, type Role } from '@/lib/contract/people/role'
import type { Admin, Editor, Person, Reviewer } from './person'
import { type SignedIn, whoIsSignedIn } from './session'

/** `proxy.ts` says which address was asked for, and strips what a client says of it. */
export const ASKED_FOR = 'x-asked-for'

/** Who is signed in, asked of the database at every request; `null` for nobody, and for who was disabled meanwhile. */
export async function currentPerson(): Promise<Person | null> {
  return (await signedIn())?.person ?? null
}

/**
 * Somebody who is signed in. Nobody is led to the sign-in and back; a one-time password is changed before anything else, and
 * a second factor that is demanded is set up.
 */
export async function requirePerson(): Promise<Person> {
  return (await required('viewer')).person
}

/** The same for the account page and its forms, by which a second factor is set up. */
export async function requireAccount(): Promise<SignedIn> {
  const found = await requireSession()
  if (found.mustChangePassword) redirect('/admin/account/password')
  return found
}

/** Somebody who may keep drafts; a smaller role is told which it takes. */
export async function requireEditor(): Promise<Editor> {
  return (await required('editor')).person as Editor
}

/** Somebody who may review, publish and override. */
export async function requireReviewer(): Promise<Reviewer> {
  return (await required('reviewer')).person as Reviewer
}

/** Somebody who manages people and reads the log. */
export async function requireAdmin(): Promise<Admin> {
  return (await required('admin')).person as Admin
}

/** The same as `requirePerson`, for the pages on which a one-time password is changed: it says which session this is. */
export async function requireSession(): Promise<SignedIn> {
  return (await signedIn()) ?? toSignIn()
}

async function required(role: Role): Promise<SignedIn> {
  const found = await requireAccount()
  if (found.lacksSecondFactor) redirect('/admin/account')
  if (!isAtLeast(found.person.role, role)) redirect(`/admin/not-allowed?needs=${role}`)
  return found
}

async function signedIn(): Promise<SignedIn | null> {
  return whoIsSignedIn(await headers())
}

async function toSignIn(): Promise<never> {
  const back = localBack((await headers()).get(ASKED_FOR))
  redirect(back === '/admin' ? '/admin/sign-in' : `/admin/sign-in?back=${encodeURIComponent(back)}`)
}
