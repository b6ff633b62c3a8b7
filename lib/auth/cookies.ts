import 'server-only'
import { applySetCookies, parseSetCookieHeader } from 'better-auth/cookies'
import { cookies } from 'next/headers'
import { cookiesAreSecure } from './request'

/** Under this path alone the cookies of editors travel: no page of readers is ever sent one. */
const PATH = '/admin'

/** Hands the cookies that the sign-in library wants to set to the browser of this request. */
export async function giveCookies(from: Headers, request: Headers): Promise<void> {
  const jar = await cookies()
  for (const header of from.getSetCookie()) {
    for (const [name, { value, 'max-age': maxAge }] of parseSetCookieHeader(header)) {
      jar.set(name, value, {
        path: PATH,
        httpOnly: true,
        sameSite: 'lax',
        secure: cookiesAreSecure(request),
        ...(maxAge === undefined ? {} : { maxAge }),
      })
    }
  }
}

/** The request's headers as they will be once the browser has taken the cookies: for a second step in the same request. */
export function withCookies(request: Headers, from: Headers): Headers {
  const headers = new Headers(request)
  applySetCookies(headers, from.getSetCookie())
  return headers
}
