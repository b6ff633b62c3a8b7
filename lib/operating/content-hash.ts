import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inProject } from './root'

/**
 * One digest over the contents of files and folders of the project, in a fixed order, and over any further `facts`.
 * Contents and not times: a fresh clone, a switched branch and a touched file are all judged rightly.
 *
 * @param places paths inside the project; what is not there counts as absent.
 * @param skip paths (with `/`) below which nothing is read.
 */
export function contentHash(places: readonly string[], facts: readonly string[], skip: readonly string[] = []): string {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`${fact}\0`)
  for (const place of places) addPlace(hash, place, skip)
  return hash.digest('hex')
}

function addPlace(hash: Hash, place: string, skip: readonly string[]): void {
  const file = inProject(place)
  if (skip.includes(place) || !existsSync(file)) return
  if (!statSync(file).isDirectory()) {
    hash.update(`${place}\0`).update(readFileSync(file)).update('\0')
    return
  }
  for (const name of readdirSync(file).sort()) addPlace(hash, path.posix.join(place, name), skip)
}
