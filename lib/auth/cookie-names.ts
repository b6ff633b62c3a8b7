import 'server-only'
import { addressOf, cookiesAreSecure } from './request'

/** A browser takes a cookie of this name from an https page of ours alone, and from no neighbour without TLS. */
const SECURE = '__Secure-'

/** What the names of all cookies of the sign-in library begin with. */
const OURS = 'sluice.'

/** The name under which a cookie of the library's is kept by the browser that sent this request. */
export function nameKept(name: string, request: Headers): string {
  return cookiesAreSecure(request) ? `${SECURE}${name}` : name
}

/**
 * A copy of a request's headers with its cookies as the library names them. Where cookies are `Secure`, one that does not say
 * so by its name was set by somebody else, and is left out.
 */
export function asTheLibraryNames(request: Headers): Headers {
  const prefix = nameKept(OURS, request)
  return renamed(request, (name) => {
    if (name.startsWith(prefix)) return `${OURS}${name.slice(prefix.length)}`
    return name.startsWith(OURS) ? null : name
  })
}

/** The request's headers for the sign-in library: cookies as it names them, and the address that we believe where it looks. */
export function told(request: Headers): Headers {
  const headers = asTheLibraryNames(request)
  headers.set('x-sluice-address', addressOf(request))
  return headers
}

/** The other way round: as the browser would send them. */
export function asTheBrowserNames(request: Headers): Headers {
  return renamed(request, (name) => (name.startsWith(OURS) ? nameKept(name, request) : name))
}

function renamed(request: Headers, rename: (name: string) => string | null): Headers {
  const headers = new Headers(request)
  const given = headers.get('cookie')
  if (given === null) return headers
  const kept = given.split(/;\s*/).flatMap((pair) => {
    const [name = '', ...value] = pair.split('=')
    const to = rename(name.trim())
    return to === null ? [] : [[to, ...value].join('=')]
  })
  if (kept.length === 0) headers.delete('cookie')
  else headers.set('cookie', kept.join('; '))
  return headers
}
