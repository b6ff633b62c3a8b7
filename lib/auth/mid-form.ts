import 'server-only'
import { headers } from 'next/headers'
import type { NoEditor } from '@/lib/contract/edit/form/save-state'
import { isAtLeast } from '@/lib/contract/people/role'
import { kept } from '@/lib/db/client'
import { personOf } from '@/lib/db/people/people'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { Editor, Person } from './person'
import { lacksRequiredFactor } from './required-factor'
import { whoIsSignedIn } from './session'
import { type Credentials, signIn } from './sign-in'

/**
 * The editor who sends a long form, or who signs in together with it because the session had ended.
 *
 * Elsewhere nobody is led away to sign in. Here that would lose what was typed, so it is a refusal, and the form asks for
 * the password itself.
 *
 * @param credentials as the form posts them; `null` while it has no such fields.
 */
export async function editorMidForm(credentials: Credentials | null): Promise<Result<Editor, NoEditor>> {
  const request = await headers()
  const found = await whoIsSignedIn(request)
  if (found?.mustChangePassword) return refused({ why: 'password' })
  if (found?.lacksSecondFactor) return refused({ why: 'second-factor' })
  if (found !== null && mayEdit(found.person)) return ok(found.person)
  if (credentials === null) return refused({ why: found === null ? 'nobody' : 'role' })

  const arrived = await signIn(credentials, request)
  if (!arrived.ok) return arrived
  if (!mayEdit(arrived.value)) return refused({ why: 'role' })
  const lacks = await lacksFirst(arrived.value)
  return lacks === null ? ok(arrived.value) : refused({ why: lacks })
}

function mayEdit(person: Person): person is Editor {
  return isAtLeast(person.role, 'editor')
}

/** What somebody who just signed in has to see to before anything else. */
async function lacksFirst({ id }: Person): Promise<'password' | 'second-factor' | null> {
  const row = await personOf(kept().editors.prisma, id)
  if (row === null || row.mustChangePassword) return 'password'
  return (await lacksRequiredFactor(row)) ? 'second-factor' : null
}
