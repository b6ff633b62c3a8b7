/**
 * Whether whoever asks holds this very answer, by the header `If-None-Match`. A weak comparison, as RFC 9110 asks for: what
 * a compressing proxy weakened is the same answer.
 *
 * @param etag with its quotation marks.
 */
export function holds(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
