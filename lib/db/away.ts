/** The database cannot be asked just now: it is down, restarting, out of connections, or slow beyond reason. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'

  constructor(cause: unknown) {
    super('The database cannot be asked just now.', { cause })
  }
}

/** Whether an error says that the database is away. It knows the error by name: bundles have classes of their own. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseAway'
}

/**
 * Asks the database.
 *
 * @throws {DatabaseAway} when it cannot be asked; every other failure as it is, because it is a bug.
 */
export async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    throw saysAway(error) ? new DatabaseAway(error) : error
  }
}

/** Classes 08 (connection), 53 (resources), 57P (shut down by an operator) and 57014 (out of time) of PostgreSQL, and those of sockets. */
const AWAY_CODE =
  /^(08...|53...|57P..|57014|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|ENOTFOUND|ENOENT|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/

/** What the driver says without a code. */
const AWAY_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|not queryable/i

const AWAY_KIND = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/

/** Errors of the driver arrive bare or wrapped by Prisma, so it looks at every layer. */
function saysAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const said = error as { readonly [name: string]: unknown }
  return (
    (typeof said['code'] === 'string' && AWAY_CODE.test(said['code'])) ||
    (typeof said['originalCode'] === 'string' && AWAY_CODE.test(said['originalCode'])) ||
    (typeof said['kind'] === 'string' && AWAY_KIND.test(said['kind'])) ||
    (typeof said['message'] === 'string' && AWAY_MESSAGE.test(said['message'])) ||
    saysAway(said['cause'], depth + 1) ||
    saysAway((said['meta'] as { readonly driverAdapterError?: unknown } | undefined)?.driverAdapterError, depth + 1)
  )
}
