import { existsSync, readFileSync } from 'node:fs'
import { inProject } from '../root'

/**
 * What stands beside the files of an image: `npm run image` writes it, and where it is, everything is installed, written
 * and built, and nothing may be written any more.
 */
export type ImageMark = {
  /** The folder of the built pages, from the project's. */
  readonly built: string
}

/** Its name, in the project's folder. `install.mjs` knows it too, before any package is there. */
export const MARK = 'image.json'

/** What was written beside this program's files, or `null` where it runs from its sources. */
export function imageMark(): ImageMark | null {
  const file = inProject(MARK)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/**
 * What the server of an image is told in its environment: where the pages are, and the settings they were built with.
 * From its sources Next.js reads `next.config.ts`, for which it brings a compiler of a hundred megabytes.
 */
export function settingsOfImage(): Readonly<Record<string, string>> {
  const mark = imageMark()
  if (mark === null) return {}
  const written = JSON.parse(readFileSync(inProject(mark.built, 'required-server-files.json'), 'utf8'))
  return {
    NEXT_DIST_DIR: mark.built,
    __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify({ ...written.config, distDir: `./${mark.built}` }),
  }
}
