import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { codeOf, Failure, reasonOf } from '../failure'
import type { Account } from './account'
import { postgresProgram } from './binaries'

/** The file that holds the superuser's password; it is made with the folder, in one rename. */
export const passwordFile = 'sluice.password'

/**
 * Makes the parent of the database folder, and clears what an interrupted first start left beside it.
 *
 * @throws {Failure} when we may not write there.
 */
export function prepareParent(folder: string): void {
  const parent = path.dirname(folder)
  try {
    mkdirSync(parent, { recursive: true })
    accessSync(parent, constants.W_OK)
    const leftover = `${path.basename(folder)}.making-`
    for (const name of readdirSync(parent)) {
      if (name.startsWith(leftover)) rmSync(path.join(parent, name), { recursive: true, force: true })
    }
  } catch (cause) {
    throw new Failure(
      `The database folder ${parent} cannot be used (${codeOf(cause) || reasonOf(cause)}): ` +
        'give this user the right to write there, or set DATA_DIR to another folder.',
      { cause },
    )
  }
}

/**
 * Makes a new database folder unless it is there. It is made beside its place and renamed when whole: an interrupted
 * first start leaves no half-made database.
 *
 * @throws {Failure} when the place is taken by something else, or PostgreSQL's `initdb` refuses.
 */
export function makeFolder(folder: string, native: string, account: Account): void {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Failure(`${folder} is not empty and holds no database: move it away, or set DATA_DIR to another folder.`)
  }
  const making = `${folder}.making-${process.pid}`
  const passwordInput = `${making}.password`
  try {
    const password = randomBytes(18).toString('hex')
    mkdirSync(making, { mode: 0o700 })
    writeFileSync(passwordInput, password, { mode: 0o600 })
    give(making, account)
    give(passwordInput, account)
    initialise(making, passwordInput, native, account)
    writeFileSync(path.join(making, passwordFile), password, { mode: 0o600 })
    give(path.join(making, passwordFile), account)
    renameSync(making, folder)
  } catch (cause) {
    rmSync(making, { recursive: true, force: true })
    throw new Failure(`The embedded database could not be made in ${folder}: ${complaintOf(cause)}`, { cause })
  } finally {
    rmSync(passwordInput, { force: true })
  }
}

function initialise(making: string, passwordInput: string, native: string, account: Account): void {
  const [program = '', ...words] = [
    ...account.before,
    postgresProgram(native, 'initdb'),
    ...['--pgdata', making, '--username', 'postgres', '--pwfile', passwordInput],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale'],
  ]
  execFileSync(program, words, { ...account.ids, cwd: making, stdio: ['ignore', 'ignore', 'pipe'] })
}

function give(file: string, { ids }: Account): void {
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(file, ids.uid, ids.gid)
}

/** The last thing `initdb` wrote says why; a system error says it itself. */
function complaintOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n') : []
  return said.find((line) => line.includes('error:')) ?? reasonOf(error)
}
