'use server'

import { redirect } from 'next/navigation'
import { join } from '@/lib/auth/join'
import { comesBack, type FormState, textOf } from '@/lib/contract/people/form-state'
import { sayPeopleRefusal } from '@/lib/contract/people/refusal'

/** Open to whoever holds an open invitation's link. */
export async function acceptInvitation(token: string, _previous: FormState, form: FormData): Promise<FormState> {
  const joining = {
    name: textOf(form, 'name'),
    publicName: textOf(form, 'publicName'),
    password: textOf(form, 'password'),
  }
  const joined = await join(token, joining)
  if (joined.ok) redirect('/admin/sign-in?problem=joined')

  const { why } = joined.refusal
  const field = why === 'no-name' ? 'name' : why === 'weak-password' ? 'password' : null
  return comesBack([{ field, say: sayPeopleRefusal(joined.refusal) }], form, ['name', 'publicName'])
}
