import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure'

/** How to run PostgreSQL's programs: words put before the command, and the user they run as. */
export type Account = {
  readonly before: readonly string[]
  readonly ids: { readonly uid?: number; readonly gid?: number }
}

/**
 * The account for PostgreSQL, which refuses to run as root: ourselves, or, when we are root, the owner of an
 * existing folder, else `postgres` or `nobody`. A folder that only root may enter (as under `/root`) is served in a
 * user namespace, where root is called `nobody` and keeps its access.
 *
 * @throws {Failure} when no other user could enter the folder.
 */
export function accountFor(folder: string, native: string): Account {
  if (process.getuid?.() !== 0) return { before: [], ids: {} }

  if (anyoneMayEnter(path.dirname(folder)) && anyoneMayEnter(native)) {
    const ids = ownerOf(folder) ?? idsOf('postgres') ?? idsOf('nobody')
    if (ids) return { before: [], ids }
  }
  return { before: namespaceFor(folder), ids: {} }
}

function namespaceFor(folder: string): readonly string[] {
  const before = ['--user', '--map-user=65534', '--map-group=65534']
  try {
    execFileSync('unshare', [...before, 'true'], { stdio: 'ignore' })
    return ['unshare', ...before]
  } catch (cause) {
    throw new Failure(
      `PostgreSQL does not run as root, and no other user may enter ${folder}: ` +
        'start Sluice as a normal user, set DATA_DIR to a folder others may enter, or set DATABASE_URL.',
      { cause },
    )
  }
}

function anyoneMayEnter(folder: string): boolean {
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
  }
  return true
}

function ownerOf(folder: string): Account['ids'] | undefined {
  if (!existsSync(folder)) return undefined
  const { uid, gid } = statSync(folder)
  return uid === 0 ? undefined : { uid, gid }
}

function idsOf(name: string): Account['ids'] | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined // no such user on this system
  }
}
