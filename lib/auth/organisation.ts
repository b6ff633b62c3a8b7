import 'server-only'
import { APIError } from 'better-auth/api'
import { localBack } from '@/lib/contract/people/local-back'
import { kept } from '@/lib/db/client'
import { logAct } from '@/lib/db/people/audit'
import { giveCookies, withCookies } from './cookies'
import { AUTH_PATH, auth, ORGANISATION } from './instance'
import { told } from './request'
import { whoIsSignedIn } from './session'
import { organisationName } from './settings'

/** Where a refused sign-in through the organisation ends. */
const REFUSED = '/admin/sign-in?problem=organisation'

/** The organisation's page to sign in, and a cookie that binds its answer to this browser; `null` where none is configured. */
export async function towardsOrganisation(back: string | null, request: Headers): Promise<string | null> {
  if (organisationName() === null) return null
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

/** The answer to the one address at which the organisation sends a browser back; `null` where none is configured. */
export async function backFromOrganisation(request: Request): Promise<Response | null> {
  if (organisationName() === null) return null
  const { search } = new URL(request.url)
  const address = `${process.env['BASE_URL']}${AUTH_PATH}/callback/${ORGANISATION}${search}`
  const answer = await auth().handler(new Request(address, { headers: told(request.headers) }))
  const arrived = await whoIsSignedIn(withCookies(request.headers, answer.headers))
  const { prisma } = kept().editors
  const id = arrived?.person.id ?? null
  await logAct(prisma, {
    person: id,
    act: id === null ? 'session.refused' : 'session.signed-in',
    subject: id,
    detail: { by: ORGANISATION },
  })
  return answer
}
