'use server'

import { redirect } from 'next/navigation'
import { join } from '@/lib/auth/join'
import { comesBack, type FormState, textOf } from '@/lib/contract/people/form-state'
import { nameField, sayPeopleRefusal } from '@/lib/contract/people/refusal'

/** Open to whoever holds an open invitation's link. */
export async function acceptInvitation(token: string, _previous: FormState, form: FormData): Promise<FormState> {
  const joining = {
    name: textOf(form, 'name'),
    publicName: textOf(form, 'publicName'),
    password: textOf(form, 'password'),
  }
  const joined = await join(token, joining)
  if (joined.ok) redirect('/admin/sign-in?problem=joined')

  const { refusal } = joined
  const field = nameField(refusal) ?? (refusal.why === 'weak-password' ? 'password' : null)
  return comesBack([{ field, say: sayPeopleRefusal(refusal) }], form, ['name', 'publicName'])
}
