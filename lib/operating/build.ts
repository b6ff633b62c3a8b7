import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from './content-hash'
import { Failure } from './failure'
import { imageMark } from './image/mark'
import { packageFile, runToEnd } from './processes'
import { root } from './root'

/** All that a build depends on. The record is not among it: pages are made when they are first asked for. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
]
const settings = ['package.json', 'package-lock.json', 'tsconfig.json']

/** Whether the pages were never built whole, or from other sources or another Node; never in an image, which is whole. */
export function buildIsStale(): boolean {
  if (imageMark() !== null) return false
  const stamp = stampFile()
  return !existsSync(inBuild('BUILD_ID')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== builtFrom()
}

/**
 * Builds the pages. The stamp is written last, so an interrupted build is done again.
 *
 * @throws {Failure} when the build fails; what it said has been shown.
 */
export async function build(): Promise<void> {
  const from = builtFrom()
  rmSync(stampFile(), { force: true })
  await runToEnd('Building the pages', [packageFile('next/dist/bin/next'), 'build'], {
    NODE_ENV: 'production',
    SLUICE_BUILD: from.slice(0, 20),
    ...keyOfForms(process.env['SLUICE_SECRET']),
  })
  // Next.js calls it a success when a signal breaks its build; this file is the last it writes.
  if (!existsSync(inBuild('BUILD_ID'))) throw new Failure('Building the pages was interrupted: start again.')
  writeFileSync(stampFile(), from)
}

/**
 * Names the acts behind forms by the operator's secret: a page of one instance may then be sent to another, also where each
 * made a build of its own. Without a secret they are named anew by each build, and instances have to share one.
 */
export function keyOfForms(secret: string | undefined): { readonly NEXT_SERVER_ACTIONS_ENCRYPTION_KEY?: string } {
  if (!secret) return {}
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'names of the acts behind forms', 32))
  return { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key.toString('base64') }
}

function inBuild(name: string): string {
  return path.join(root, process.env['NEXT_DIST_DIR'] ?? '.next', name)
}

function stampFile(): string {
  return inBuild('sluice.stamp')
}

function builtFrom(): string {
  const facts = [process.version, process.env['BASE_URL'] ?? '']
  return contentHash([...sources, ...settings], facts, ['lib/db/generated', 'lib/decisions', 'lib/README.md'])
}
