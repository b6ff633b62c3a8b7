/** The page that says how a pinned address is cited and put into a page of one's own: `/cite/r/1/2025-11-08/matrix`. */
export function citeAddress(address: string): string {
  return `/cite${address}`
}
