import type pg from 'pg'
import { codeOf, Failure } from '../../failure'
import { versionOf } from '../moment'
import { mustBeAsWritten } from './dump'
import { environmentFor } from './environment'
import { fits, run } from './programs'

/**
 * Has `pg_restore` put a dump back into an empty database, in one transaction: what it cannot put back whole, it leaves.
 *
 * @param client a connection to that database; roles that the dump lends rights to are made over it.
 * @throws {Failure} where the dump is not what was written, or no fitting `pg_restore` is found.
 */
export async function putBack(client: pg.Client, url: string, file: string): Promise<void> {
  await mustBeAsWritten(file)
  const { major } = await versionOf(client)
  if (!(await fits('pg_restore', major))) {
    throw new Failure(
      `This backup was made by pg_dump: put pg_restore of PostgreSQL ${major} into the PATH, and try again.`,
    )
  }
  const env = environmentFor(url)
  const tables = await run('pg_restore', ['--section=pre-data', '--section=post-data', '--file=-', file], env)
  const rights = (await haveRoles(client, rolesIn(tables))) ? [] : ['--no-privileges']
  const words = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-password', ...rights]
  await run('pg_restore', [...words, `--dbname=${nameForWords(client.database ?? '')}`, file], env)
}

/** A name is taken for a whole address where it has signs of one in it. */
function nameForWords(database: string): string {
  return `dbname='${database.replace(/[\\']/g, '\\$&')}'`
}

/** The roles that a dump lends rights to; they belong to the server, and the dump does not make them. */
export function rolesIn(sql: string): readonly string[] {
  const lent = [...sql.matchAll(/^GRANT .* TO (sluice_[a-z_]+);$/gm)].flatMap(([, role]) => role ?? [])
  return [...new Set(lent)].sort()
}

/**
 * Makes the roles that are missing, and lets this user take them on, as the migrations do.
 *
 * @returns whether all of them are there: where this user may not make them, triggers alone guard the record.
 */
async function haveRoles(client: pg.Client, roles: readonly string[]): Promise<boolean> {
  for (const role of roles) {
    const found = await client.query<{ lent: boolean }>(
      `select pg_has_role(current_user, oid,
         case when current_setting('server_version_num')::integer < 160000 then 'MEMBER' else 'SET' end) as lent
       from pg_roles where rolname = $1`,
      [role],
    )
    try {
      if (found.rowCount === 0) await client.query(`create role ${client.escapeIdentifier(role)} nologin`)
      if (found.rows[0]?.lent !== true) await client.query(`grant ${client.escapeIdentifier(role)} to current_user`)
    } catch (error) {
      if (codeOf(error) !== '42501') throw error
      if (found.rowCount === 0) return false
    }
  }
  return true
}
