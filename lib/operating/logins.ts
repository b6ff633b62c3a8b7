import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { Failure, reasonOf } from './failure'
import { onOneConnection } from './one-connection'

/** Addresses of one database for users that own nothing in it: what editors work with, and what readers are answered from. */
export type Logins = { readonly url: string; readonly readerUrl: string }

/** What each of the two may take on. Where readers have no user of their own, one user takes on all of it. */
const OF_READERS = ['sluice_reader', 'sluice_sharing'] as const
const OF_EDITORS = ['sluice_application'] as const

/**
 * Makes two users on the embedded database who own nothing and may take on the roles alone: the server never has the
 * address of its superuser. Their passwords follow from the superuser's, so that every start finds the same.
 *
 * @param ownerUrl the superuser's address of a migrated database.
 */
export async function ownLogins(ownerUrl: string): Promise<Logins> {
  const owner = new URL(ownerUrl)
  const logins = { url: loginAt(owner, 'sluice_server'), readerUrl: loginAt(owner, 'sluice_pages') }
  await lendRoles(ownerUrl, logins)
  return logins
}

/**
 * Lets the users of two addresses take on the roles that they need, and nothing else. A user that is not there is made.
 *
 * @param ownerUrl the address of the user that migrated.
 * @throws {Failure} where the roles cannot be lent, or where one of the users has rights of its own beyond them.
 */
export async function lendRoles(ownerUrl: string, { url, readerUrl }: Logins): Promise<void> {
  const [editors, readers] = [userOf(url), userOf(readerUrl)]
  await asOwner(ownerUrl, async (client) => {
    // A database that was put back has lost what a migration said of it.
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name')
    await client.query(`revoke temporary on database ${rows[0]?.name} from public`)
    for (const login of [url, readerUrl]) await make(client, new URL(login))
    for (const role of OF_EDITORS) await lend(client, role, editors)
    for (const role of OF_READERS) await lend(client, role, readers)
    for (const user of [editors, readers]) await mustOwnNothing(client, user)
  })
}

/**
 * The same of users whose roles were lent before, asked by themselves.
 *
 * @throws {Failure} where one of them has rights of its own beyond its roles.
 */
export async function mustOwnNothingThemselves({ url, readerUrl }: Logins): Promise<void> {
  for (const login of [url, readerUrl]) {
    await onOneConnection(login, (client) => mustOwnNothing(client, userOf(login)))
  }
}

async function make(client: pg.Client, login: URL): Promise<void> {
  const user = decodeURIComponent(login.username)
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [user])
  if (rowCount !== 0) return
  const password = client.escapeLiteral(decodeURIComponent(login.password))
  await client.query(`create role ${client.escapeIdentifier(user)} login noinherit password ${password}`)
}

/** From PostgreSQL 16 on a role can be lent so that it has to be taken on before it gives anything. */
async function lend(client: pg.Client, role: string, user: string): Promise<void> {
  const { rows } = await client.query<{ version: number; has: boolean }>(
    `select current_setting('server_version_num')::integer as version,
       pg_has_role($2, $1, case when current_setting('server_version_num')::integer < 160000 then 'MEMBER' else 'SET' end) as has`,
    [role, user],
  )
  const [found] = rows
  if (found === undefined || found.has) return
  const how = found.version < 160_000 ? '' : ' with inherit false, set true'
  await client.query(`grant ${role} to ${client.escapeIdentifier(user)}${how}`)
}

/** A user that could give itself more than the roles is no fence: everything that connects as it might. */
async function mustOwnNothing(client: pg.Client, user: string): Promise<void> {
  const { rows } = await client.query<{ superuser: boolean; makes: boolean; owns: boolean }>(
    `select rolsuper as superuser, rolcreaterole as makes,
       pg_has_role(rolname, (select tableowner from pg_tables where schemaname = 'public' and tablename = 'revision'), 'MEMBER') as owns
     from pg_roles where rolname = $1`,
    [user],
  )
  const [found] = rows
  if (found === undefined || !(found.superuser || found.makes || found.owns)) return
  throw new Failure(
    `The user “${user}” may do more to the database than add to it (${found.owns ? 'it owns the tables' : 'it is no plain user'}): ` +
      'put a user into DATABASE_URL and DATABASE_READER_URL that owns nothing, and the one that owns the tables into DATABASE_MIGRATOR_URL.',
  )
}

async function asOwner(ownerUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  try {
    await onOneConnection(ownerUrl, async (client) => {
      // Roles belong to the whole server, and two who start at once would be in each other's way.
      await client.query("select pg_advisory_lock(hashtext('lending the roles'))")
      await work(client)
    })
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(
      `The roles cannot be lent to the users in DATABASE_URL and DATABASE_READER_URL (${reasonOf(cause)}): make these users, and ` +
        'let the one in DATABASE_MIGRATOR_URL lend sluice_application, sluice_reader and sluice_sharing.',
      { cause },
    )
  }
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

function loginAt(owner: URL, user: string): string {
  const url = new URL(owner)
  url.username = user
  url.password = createHmac('sha256', decodeURIComponent(owner.password)).update(user).digest('base64url')
  return url.href
}
