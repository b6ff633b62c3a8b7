import 'server-only'
import { headers } from 'next/headers'
import type { NoEditor } from '@/lib/contract/edit/form/save-state'
import { isAtLeast } from '@/lib/contract/people/role'
import { kept } from '@/lib/db/client'
import { personOf } from '@/lib/db/people/people'
import { ok, type Result, refused } from '@/lib/ledger/result'
import type { Editor, Person } from './person'
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
  if (found !== null && mayEdit(found.person)) return ok(found.person)
  if (credentials === null) return refused({ why: found === null ? 'nobody' : 'role' })

  const arrived = await signIn(credentials, request)
  if (!arrived.ok) return arrived
  if (!mayEdit(arrived.value)) return refused({ why: 'role' })
  return (await hasOneTimePassword(arrived.value)) ? refused({ why: 'password' }) : ok(arrived.value)
}

function mayEdit(person: Person): person is Editor {
  return isAtLeast(person.role, 'editor')
}

async function hasOneTimePassword({ id }: Person): Promise<boolean> {
  const row = await personOf(kept().editors.prisma, id)
  return row?.mustChangePassword ?? true
}
