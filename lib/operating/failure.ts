/**
 * Something outside the program stands in the way: a taken port, a missing permission, a database that is down.
 * The message is the whole sentence an operator reads; what went wrong underneath travels as the cause.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** What a caught value says of itself, on one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? ''
}

/** The system's code of a caught error (`EACCES`, `ECONNREFUSED`, `28P01` …), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
