import type { Coordinates } from './address'

/** The asked question at the API: the day, the revision, and what differs from the defaults. */
export function apiAddress(
  { revision, question }: Coordinates,
  resource: 'matrix' | 'status' | 'timeline',
  own: { readonly [field: string]: string },
): string {
  const { on, known, from, to, use, party, route } = question
  const fields = {
    ...own,
    on,
    rev: String(revision),
    ...(known !== null && { known }),
    ...(from !== 'CN' && { from }),
    ...(to !== null && { to }),
    ...(use !== 'civil' && { use }),
    ...(party !== null && { party }),
    ...(route !== 'export' && { route }),
  }
  return `/api/v1/${resource}?${new URLSearchParams(fields)}`
}
