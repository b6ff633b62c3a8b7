import 'server-only'
import { headers } from 'next/headers'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { endSessionsOf } from '@/lib/db/people/sessions'
import { told } from './cookie-names'
import { giveCookies } from './cookies'
import { auth } from './instance'
import type { Person } from './person'
import { whoIsSignedIn } from './session'

/** Signs this browser out: its session ends in the database, and its cookies are taken back. */
export async function endThisSession(): Promise<void> {
  const request = await headers()
  const found = await whoIsSignedIn(request)
  const answer = await auth().api.signOut({ headers: told(request), returnHeaders: true })
  await giveCookies(answer.headers, request)
  if (found === null) return
  await logAct(kept().editors.prisma, { person: found.person.id, act: 'session.signed-out', subject: found.person.id })
}

/** Signs a person out of every browser, this one too unless `except` names its session. */
export async function endAllSessions(person: Person, except?: string): Promise<void> {
  const { prisma } = kept().editors
  await prisma.$transaction(async (transaction) => {
    const ended = await endSessionsOf(transaction, person.id, except)
    await logAct(transaction, {
      person: person.id,
      act: 'session.ended-everywhere',
      subject: person.id,
      detail: { ended },
    })
  })
}
