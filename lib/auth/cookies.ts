import 'server-only'
import { applySetCookies, parseSetCookieHeader } from 'better-auth/cookies'
import { cookies } from 'next/headers'
import { asTheBrowserNames, asTheLibraryNames, nameKept } from './cookie-names'
import { cookiesAreSecure } from './request'

/**
 * Under this path alone the cookies of editors travel: no page of readers is ever sent one. A name that begins with `__Host-`
 * would make them travel everywhere, so ours begin with `__Secure-`.
 */
const PATH = '/admin'

/** Hands the cookies that the sign-in library wants to set to the browser of this request. */
export async function giveCookies(from: Headers, request: Headers): Promise<void> {
  const jar = await cookies()
  for (const header of from.getSetCookie()) {
    for (const [name, { value, 'max-age': maxAge }] of parseSetCookieHeader(header)) {
      keepCookie(jar, request, { name, value, maxAge })
    }
  }
}

type Jar = Awaited<ReturnType<typeof cookies>>

/** One cookie as all of ours are: `maxAge` in seconds, of one that ends with the browser undefined. */
export function keepCookie(
  jar: Jar,
  request: Headers,
  { name, value, maxAge }: { readonly name: string; readonly value: string; readonly maxAge: number | undefined },
): void {
  jar.set(nameKept(name, request), value, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: cookiesAreSecure(request),
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

/** An answer of the library's own, whose cookies are kept under the names that ours have. */
export function withNamesKept(answer: Response, request: Headers): Response {
  const headers = new Headers(answer.headers)
  headers.delete('set-cookie')
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', nameKept(cookie, request))
  return new Response(answer.body, { status: answer.status, headers })
}

/** The request's headers as they will be once the browser has taken the cookies: for a second step in the same request. */
export function withCookies(request: Headers, from: Headers): Headers {
  const headers = asTheLibraryNames(request)
  applySetCookies(headers, from.getSetCookie())
  return asTheBrowserNames(headers)
}
