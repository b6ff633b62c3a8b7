import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '../failure'

/** The server that a database folder's own note (`postmaster.pid`) tells of. */
export type Running = { readonly pid: number; readonly port: number; readonly ready: boolean }

/** The note of a live server on this folder, or `undefined`. */
export function runningOn(folder: string): Running | undefined {
  const lines = linesOf(path.join(folder, 'postmaster.pid'))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !serves(pid, folder)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Makes sure nothing runs on the folder and no stale note is left. A server whose owner has died stops by itself:
 * we wait for that.
 *
 * @throws {Failure} when a live process uses the folder.
 */
export async function waitUntilFree(folder: string): Promise<void> {
  const began = Date.now()
  for (; Date.now() < began + 30_000; await pause(50)) {
    const running = runningOn(folder)
    if (!running) {
      // After a crash the number in the note may belong to another process, which PostgreSQL would take for a rival.
      rmSync(path.join(folder, 'postmaster.pid'), { force: true })
      return
    }
    const owner = Number(linesOf(ownerFile(folder))[0])
    const justKilled = Date.now() < began + 1000 // the system may still be putting it away
    if (owner && isAlive(owner) && !justKilled) {
      throw new Failure(
        `Another Sluice (process ${owner}) uses the database in ${folder}: stop it, or set DATA_DIR to another folder.`,
      )
    }
  }
  throw new Failure(
    `A PostgreSQL that does not stop (process ${runningOn(folder)?.pid}) uses ${folder}: stop it first.`,
  )
}

/** Where the process that owns the running server leaves its number. */
export function ownerFile(folder: string): string {
  return path.join(folder, 'sluice.owner')
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether that process is a server of this very folder: numbers are reused after a crash or in a new container. */
function serves(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  return commandOf(pid).includes(folder)
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
