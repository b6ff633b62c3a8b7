import pg from 'pg'

/** What the database says when it refuses: which guard, and in which words. */
export type Refusal = { readonly constraint: string | undefined; readonly code: string | undefined }

/** SQL against one database, each piece in a transaction of its own; a guard that waits until the end is heard too. */
export type Sql = {
  readonly run: (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
  /** How the database refuses a piece of SQL. Throws when it does not refuse it. */
  readonly refusal: (sql: string, values?: readonly unknown[]) => Promise<Refusal>
  readonly close: () => Promise<void>
}

/** @param role whom to act as; the user of the address when none is named. */
export async function openSql(url: string, role?: 'sluice_application' | 'sluice_reader'): Promise<Sql> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  if (role !== undefined) await client.query(`set role ${role}`)

  async function run(sql: string, values: readonly unknown[] = []) {
    await client.query('begin')
    try {
      const { rows } = await client.query(sql, [...values])
      await client.query('commit')
      return rows
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }

  return {
    run,
    async refusal(sql, values) {
      const error = await run(sql, values).then(
        () => {
          throw new Error(`not refused: ${sql}`)
        },
        (reason: unknown) => reason,
      )
      if (!(error instanceof pg.DatabaseError)) throw error
      return { constraint: error.constraint, code: error.code }
    },
    close: () => client.end(),
  }
}

/** A hash that looks like one: `a` repeated. */
export const hash = (sign: string) => sign.repeat(64)
