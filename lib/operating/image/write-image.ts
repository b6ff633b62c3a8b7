import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { build, buildIsStale } from '../build'
import { clientIsStale, generateClient } from '../client'
import { Failure } from '../failure'
import { step } from '../progress.mjs'
import { inProject } from '../root'
import { contentsOfImage } from './contents'
import { type ImageMark, MARK } from './mark'

/**
 * Writes everything that serving needs into an empty folder, building the pages first where that was not done.
 *
 * What is written runs by itself, anywhere, with Node and nothing else: `node --conditions=react-server
 * lib/operating/start.mjs`. It writes nothing, so the folder may be read-only; it needs `DATABASE_URL` and `SLUICE_SECRET`.
 *
 * @throws {Failure} when no folder is named, or the one that is holds something.
 */
export async function writeImage(words: readonly string[]): Promise<void> {
  const folder = folderIn(words)
  if (clientIsStale()) await step('Writing the database client', generateClient)
  if (buildIsStale()) await step('Building the pages', build)
  const { files, bytes } = await step('Writing the files of the image', () => copyInto(folder))
  console.log(`${files} files, ${(bytes / 1e6).toFixed(0)} MB, in ${folder}`)
}

function folderIn(words: readonly string[]): string {
  const [name] = words
  if (name === undefined) throw new Failure('Name the folder to write into: npm run image -- /srv/sluice')
  const folder = path.resolve(name)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Failure(`${folder} holds something already: name an empty folder, or one that is not there.`)
  }
  return folder
}

/** Copies what serving needs of this project, with its built pages, and marks the copy as whole. */
export async function copyInto(folder: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const mark: ImageMark = { built: process.env['NEXT_DIST_DIR'] ?? '.next' }
  const contents = await contentsOfImage(mark.built)
  const bytes = contents.map((file) => copy(file, path.join(folder, file)))
  writeFileSync(path.join(folder, MARK), `${JSON.stringify(mark)}\n`)
  writeFileSync(path.join(folder, 'package.json'), manifest())
  return { files: contents.length + 2, bytes: bytes.reduce((sum, size) => sum + size, 0) }
}

function copy(file: string, to: string): number {
  const from = inProject(file)
  const found = lstatSync(from)
  mkdirSync(path.dirname(to), { recursive: true })
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
  else copyFileSync(from, to)
  return found.isSymbolicLink() ? 0 : found.size
}

/** What `package.json` says of a program that is whole: there is nothing to install, to build or to test. */
function manifest(): string {
  const { name, version, license, type, engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  return `${JSON.stringify({ name, version, private: true, license, type, engines }, null, 2)}\n`
}
