'use server'

import { redirect } from 'next/navigation'
import { endThisSession } from '@/lib/auth/sign-out'

/** Ends this session, if there is one; nobody has nothing to end. */
export async function signOut(): Promise<void> {
  await endThisSession()
  redirect('/admin/sign-in')
}
