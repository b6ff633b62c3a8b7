/**
 * The address of the page that says why a request is refused. The request travels in one segment, so that the page
 * is made from its own address alone and can say only what that very request deserves.
 *
 * @param path percent-encoded, as it stood in the request.
 */
export function refusedAddress(path: string, query: URLSearchParams): string {
  const text = btoa(`${path}?${query}`)
  return `/refused/${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The request that `refusedAddress` was made from; `null` for a segment that it never made. */
export function readRequest(segment: string): { readonly path: string; readonly query: URLSearchParams } | null {
  const text = decode(segment)
  const at = text?.indexOf('?') ?? -1
  if (text === null || !text.startsWith('/') || at === -1) return null
  return { path: text.slice(0, at), query: new URLSearchParams(text.slice(at + 1)) }
}

function decode(segment: string): string | null {
  try {
    return atob(segment.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return null
  }
}
