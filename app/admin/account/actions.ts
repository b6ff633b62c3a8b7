'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { changeNames, changePassword } from '@/lib/auth/account'
import { requireAccount, requireSession } from '@/lib/auth/guard'
import {
  beginSecondFactor,
  confirmSecondFactor,
  type SecondFactorToSetUp,
  stopSecondFactor,
} from '@/lib/auth/second-factor'
import { endAllSessions } from '@/lib/auth/sign-out'
import { comesBack, type FormState, textOf, UNSENT } from '@/lib/contract/people/form-state'
import { nameField, sayPeopleRefusal } from '@/lib/contract/people/refusal'

export async function saveNames(_previous: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireAccount()
  const saved = await changeNames(person, { name: textOf(form, 'name'), publicName: textOf(form, 'publicName') })
  if (saved.ok) redirect('/admin/account?done=names')
  const field = nameField(saved.refusal)
  return comesBack([{ field, say: sayPeopleRefusal(saved.refusal) }], form, ['name', 'publicName'])
}

/** Also for who signed in with a one-time password and may do nothing else yet. */
export async function savePassword(_previous: FormState, form: FormData): Promise<FormState> {
  const signedIn = await requireSession()
  const passwords = { current: textOf(form, 'current'), next: textOf(form, 'next') }
  const changed = await changePassword(signedIn, passwords, await headers())
  if (changed.ok) redirect('/admin/account?done=password')
  const field = ['wrong-password', 'wait'].includes(changed.refusal.why) ? 'current' : 'next'
  return comesBack([{ field, say: sayPeopleRefusal(changed.refusal) }], form)
}

/** The answer of the first step: what to scan, type in and keep. It stays until the first code is right. */
export type SettingUp = FormState & { readonly toSetUp: SecondFactorToSetUp | null }

/** Both steps: the password shows what to scan, and the first code from it puts the second factor in force. */
export async function setUpSecondFactor(previous: SettingUp, form: FormData): Promise<SettingUp> {
  const { person } = await requireAccount()
  if (previous.toSetUp !== null) {
    const confirmed = await confirmSecondFactor(person, textOf(form, 'code'), await headers())
    if (confirmed.ok) redirect('/admin/account?done=second-factor-on')
    return {
      ...comesBack([{ field: 'code', say: sayPeopleRefusal(confirmed.refusal) }], form),
      toSetUp: previous.toSetUp,
    }
  }
  const begun = await beginSecondFactor(person, textOf(form, 'password'), await headers())
  if (begun.ok) return { ...UNSENT, toSetUp: begun.value }
  return { ...comesBack([{ field: 'password', say: sayPeopleRefusal(begun.refusal) }], form), toSetUp: null }
}

export async function turnSecondFactorOff(_previous: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireAccount()
  const stopped = await stopSecondFactor(person, textOf(form, 'password'), await headers())
  if (stopped.ok) redirect('/admin/account?done=second-factor-off')
  return comesBack([{ field: 'password', say: sayPeopleRefusal(stopped.refusal) }], form)
}

export async function signOutEverywhere(): Promise<void> {
  const { person } = await requireAccount()
  await endAllSessions(person)
  redirect('/admin/sign-in')
}

export async function signOutElsewhere(): Promise<void> {
  const { person, session } = await requireSession()
  await endAllSessions(person, session)
  redirect('/admin/account?done=elsewhere')
}
