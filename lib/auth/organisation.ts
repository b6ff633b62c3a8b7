import 'server-only'
import { APIError } from 'better-auth/api'
import { localBack } from '@/lib/contract/people/local-back'
import { networkOf } from '@/lib/contract/sender-address'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { endSession } from '@/lib/db/people/sessions'
import { told } from './cookie-names'
import { giveCookies, withCookies, withNamesKept } from './cookies'
import { AUTH_PATH, auth, ORGANISATION } from './instance'
import { begunAtTheOrganisation, signInLimits } from './limits'
import { addressOf } from './request'
import { whoIsSignedIn } from './session'
import { organisationName } from './settings'

/** Where a refused sign-in through the organisation ends. */
const REFUSED = '/admin/sign-in?problem=organisation'

/** Where an address that was refused too often ends. */
const TOO_OFTEN = '/admin/sign-in?problem=wait'

/** The organisation's page to sign in, and a cookie that binds its answer to this browser; `null` where none is configured. */
export async function towardsOrganisation(back: string | null, request: Headers): Promise<string | null> {
  if (organisationName() === null) return null
  const counted = await begunAtTheOrganisation(networkOf(addressOf(request)))
  if (!counted.ok) return TOO_OFTEN
  try {
    const started = await auth().api.signInSocial({
      body: {
        provider: ORGANISATION,
        callbackURL: localBack(back),
        errorCallbackURL: REFUSED,
        disableRedirect: true,
      },
      headers: told(request),
      returnHeaders: true,
    })
    await giveCookies(started.headers, request)
    return started.response.url ?? REFUSED
  } catch (error) {
    if (error instanceof APIError) return REFUSED // the organisation's server did not answer
    throw error
  }
}

/**
 * The answer to the one address at which the organisation sends a browser back; `null` where none is configured. The
 * session that the browser had before ends. The log is told who came, and what was refused as often as an address may try.
 */
export async function backFromOrganisation(request: Request): Promise<Response | null> {
  if (organisationName() === null) return null
  const limits = signInLimits()
  const from = networkOf(addressOf(request.headers))
  const counted = await limits.step(from)
  if (!counted.ok) {
    if (counted.refusal.isFirst) await logged(null, { why: 'wait' })
    return new Response(null, { status: 303, headers: { location: TOO_OFTEN, 'cache-control': 'no-store' } })
  }
  const before = await whoIsSignedIn(request.headers)
  const { search } = new URL(request.url)
  const address = `${process.env['BASE_URL']}${AUTH_PATH}/callback/${ORGANISATION}${search}`
  const answer = await auth().handler(new Request(address, { headers: told(request.headers) }))
  const now = await whoIsSignedIn(withCookies(request.headers, answer.headers))
  const isNew = now !== null && now.session !== before?.session
  if (isNew) await limits.stepped(from)
  if (isNew && before !== null) await endSession(kept().editors.prisma, before.session)
  await logged(isNew ? now.person.id : null)
  return withNamesKept(answer, request.headers)
}

function logged(person: string | null, detail: { readonly [name: string]: string } = {}): Promise<void> {
  return logAct(kept().editors.prisma, {
    person,
    act: person === null ? 'session.refused' : 'session.signed-in',
    subject: person,
    detail: { ...detail, by: ORGANISATION },
  })
}
