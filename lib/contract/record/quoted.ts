/** A value as a file of the record writes it. */
export function quoted(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
