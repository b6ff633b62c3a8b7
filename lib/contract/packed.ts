/** A text as one segment of an address that only this server writes and reads; see `unpacked`. */
export function packed(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The text that `packed` made a segment of. */
export function unpacked(segment: string): string {
  return atob(segment.replaceAll('-', '+').replaceAll('_', '/'))
}
