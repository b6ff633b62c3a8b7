'use server'

import type { Route } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { enterCode, signIn } from '@/lib/auth/sign-in'
import { comesBack, type FormState, textOf } from '@/lib/contract/people/form-state'
import { localBack } from '@/lib/contract/people/local-back'
import { saySignInRefusal } from '@/lib/contract/people/refusal'

/** Open to everybody: it makes somebody of nobody. */
export async function signInWithPassword(back: string, _previous: FormState, form: FormData): Promise<FormState> {
  const credentials = { email: textOf(form, 'email'), password: textOf(form, 'password'), code: '' }
  const signedIn = await signIn(credentials, await headers())
  if (signedIn.ok) redirect(localBack(back) as Route)
  if (signedIn.refusal.why === 'code-needed') {
    redirect(`/admin/sign-in/code?back=${encodeURIComponent(localBack(back))}`)
  }
  return comesBack([{ field: null, say: saySignInRefusal(signedIn.refusal) }], form, ['email'])
}

/** Open to everybody who has just given a right password: a cookie for some minutes says so. */
export async function signInWithCode(back: string, _previous: FormState, form: FormData): Promise<FormState> {
  const signedIn = await enterCode(textOf(form, 'code'), await headers())
  if (signedIn.ok) redirect(localBack(back) as Route)
  if (signedIn.refusal.why === 'begin-again') redirect('/admin/sign-in?problem=begin-again')
  return comesBack([{ field: 'code', say: saySignInRefusal(signedIn.refusal) }], form)
}
