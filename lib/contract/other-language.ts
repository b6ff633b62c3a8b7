/** The address of a page in the other language, from where it is read in this one: only `/zh` comes or goes. */
export function otherAddress({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  const path = pathname.replace(/\/$/, '')
  return `${/^\/zh(\/|$)/.test(path) ? path.slice(3) || '/' : `/zh${path}`}${search}`
}
