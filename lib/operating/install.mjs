// Makes sure of Node and of the packages. Runs before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { step } from './progress.mjs'
import { isStopping, onStop } from './stopping.mjs'

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** The same kind of error as failure.ts has: its message is the operator's sentence. */
class Failure extends Error {
  name = 'Failure'
}

/**
 * The sentence for a Node that is too old, or `null`. Prisma needs `require` of modules: 20.19, 22.12, or 23 and later.
 *
 * @param {string} version as `20.19.4`
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  return fits
    ? null
    : `Sluice needs Node 20.19, 22.12 or newer (24 is best), and this is Node ${version}: install a newer one.`
}

/**
 * Why the installed packages are not those of the lock, or `null` when they are. npm writes its own account of an
 * installation at the very end, so an interrupted one is seen too. Optional packages are left to npm: those of other
 * systems are never there.
 *
 * @param {string} folder the project's
 * @returns {string | null}
 */
export function missingPackage(folder) {
  const account = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(account)) return 'nothing is installed'
  const installed = read(account)
  for (const [place, wanted] of Object.entries(read(join(folder, 'package-lock.json')))) {
    const found = installed[place]
    if (place === '' || (wanted.optional && !found)) continue
    if (found?.version !== wanted.version || found?.integrity !== wanted.integrity) return `${place} is not as locked`
    if (!existsSync(join(folder, place))) return `${place} is gone`
  }
  return null
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Refuses a Node that is too old, and installs the locked packages unless they are there. */
export async function makeReady() {
  const complaint = nodeComplaint(process.versions.node)
  if (complaint) throw new Failure(complaint)
  if (existsSync(join(root, 'image.json'))) {
    process.env.TSX_DISABLE_CACHE ??= '1' // an image is whole (see image/mark.ts), and nothing may be written there
    return
  }
  if (missingPackage(root) === null) return
  await step('Installing packages', npmInstall)
  const missing = missingPackage(root)
  if (missing && !isStopping())
    throw new Failure(`Packages were installed, and still ${missing}: remove node_modules and try again.`)
}

/** `npm ci`: exactly the lock, development packages too, as the pages are built here. */
async function npmInstall() {
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const viaNode = npm?.endsWith('npm-cli.js') ?? false
  const child = spawn(viaNode ? process.execPath : 'npm', viaNode && npm ? [npm, ...words] : words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !viaNode && process.platform === 'win32',
  })
  onStop(() => child.kill('SIGTERM'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data
    })
  }
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      said += error.message
      done(1)
    })
    child.once('close', done)
  })
  if (code === 0) return
  if (!isStopping()) process.stderr.write(`\n${said.trimEnd()}\n\n`)
  throw new Failure('The packages could not be installed: npm says why above. Start again when that is mended.')
}
