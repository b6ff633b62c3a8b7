import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, Failure, reasonOf } from '../failure'
import { onStop } from '../stopping.mjs'

/**
 * Lets something write a file that is whole when it has its name: it is written beside its place as `….part`, put on the disk, and
 * then named. Nothing that was there before is overwritten, and what fails leaves nothing. Nobody but this user may read it.
 *
 * @param write gets the path to write to; the file is there and empty.
 * @throws {Failure} when the place is taken or cannot be written to.
 */
export async function writeWhole<Value>(file: string, write: (part: string) => Promise<Value>): Promise<Value> {
  const part = `${file}.part`
  await make(file, part)
  const remove = () => rm(part, { force: true })
  onStop(remove)
  try {
    const value = await write(part)
    await put(part)
    await mustBeFree(file)
    await rename(part, file)
    await put(path.dirname(file))
    return value
  } catch (cause) {
    await remove()
    if (cause instanceof Failure || !SYSTEM.has(codeOf(cause))) throw cause
    throw new Failure(`${file} could not be written (${codeOf(cause)}): make room, or name another place.`, { cause })
  }
}

const SYSTEM = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EFBIG'])

/** The folder may be new, and is then this user's alone. */
async function make(file: string, part: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await mustBeFree(file)
    await (await open(part, 'wx', 0o600)).close()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    if (codeOf(cause) === 'EEXIST') {
      throw new Failure(
        `${part} is there: another backup is being written to this name, or was interrupted. Remove it, or name another file.`,
        { cause },
      )
    }
    throw new Failure(`${file} cannot be written (${codeOf(cause) || reasonOf(cause)}): name another place.`, { cause })
  }
}

/** @throws {Failure} where something has the name. */
export async function mustBeFree(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (found) throw new Failure(`${file} is there already, and backups overwrite nothing: name another file.`)
}

/** Onto the disk itself, so that a name never outlives what it names. */
async function put(place: string): Promise<void> {
  const handle = await open(place, 'r').catch(() => undefined)
  try {
    await handle?.sync()
  } catch (error) {
    if (!CANNOT_SYNC.has(codeOf(error))) throw error
  } finally {
    await handle?.close()
  }
}

/** What systems answer that do not put a folder, or what was opened for reading, onto the disk. */
const CANNOT_SYNC = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP'])
