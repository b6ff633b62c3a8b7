'use server'

import { redirect } from 'next/navigation'
import { requireAdmin } from '@/lib/auth/guard'
import { changeRole, disable, invite, takeSecondFactorAway, withdraw } from '@/lib/auth/people'
import type { Admin } from '@/lib/auth/person'
import { mayAct } from '@/lib/auth/too-often'
import { comesBack, type FormState, textOf, UNSENT } from '@/lib/contract/people/form-state'
import { type PeopleRefusal, sayPeopleRefusal } from '@/lib/contract/people/refusal'
import { type Role, readRole } from '@/lib/contract/people/role'
import type { Result } from '@/lib/ledger/result'

/** An invitation's link is shown in the answer itself, once, and stands in no address. */
export type Inviting = FormState & { readonly token: string | null }

export async function invitePerson(_previous: Inviting, form: FormData): Promise<Inviting> {
  const admin = await requireAdmin()
  const role = readRole(textOf(form, 'role'))
  const invited = role.ok ? await inviteAt(admin, textOf(form, 'email'), role.value) : role
  if (invited.ok) return { ...UNSENT, token: invited.value.token }
  const field = invited.refusal.why === 'not-a-role' ? 'role' : 'email'
  return { ...comesBack([{ field, say: sayPeopleRefusal(invited.refusal) }], form, ['email', 'role']), token: null }
}

async function inviteAt(admin: Admin, email: string, role: Role): Promise<Result<{ token: string }, PeopleRefusal>> {
  const may = await mayAct(admin, 'invitation')
  return may.ok ? invite(admin, { email, role }) : may
}

export async function withdrawInvitation(digest: string): Promise<void> {
  const admin = await requireAdmin()
  back(await withdraw(admin, digest))
}

export async function giveRole(person: string, form: FormData): Promise<void> {
  const admin = await requireAdmin()
  const role: Result<Role, PeopleRefusal> = readRole(textOf(form, 'role'))
  back(role.ok ? await changeRole(admin, person, role.value) : role)
}

export async function disablePerson(person: string): Promise<void> {
  const admin = await requireAdmin()
  back(await disable(admin, person, true))
}

export async function enablePerson(person: string): Promise<void> {
  const admin = await requireAdmin()
  back(await disable(admin, person, false))
}

export async function dropSecondFactor(person: string): Promise<void> {
  const admin = await requireAdmin()
  back(await takeSecondFactorAway(admin, person))
}

/** To the list again, with what was refused in its address: a short word, which the page turns into a sentence. */
function back(outcome: Result<unknown, PeopleRefusal>): never {
  redirect(outcome.ok ? '/admin/people' : `/admin/people?refused=${outcome.refusal.why}`)
}
