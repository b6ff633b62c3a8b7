import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from './content-hash'
import { packageFile, runToEnd } from './processes'
import { root } from './root'

/** All that a build depends on. The record is not among it: pages are made when they are first asked for. */
const sources = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'proxy.ts', 'next.config.ts']
const settings = ['package.json', 'package-lock.json', 'tsconfig.json']

/** Whether the pages were never built whole, or from other sources or another Node. */
export function buildIsStale(): boolean {
  const stamp = stampFile()
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== builtFrom()
}

/**
 * Builds the pages. The stamp is written last, so an interrupted build is done again.
 *
 * @throws {Failure} when the build fails; what it said has been shown.
 */
export async function build(): Promise<void> {
  const from = builtFrom()
  rmSync(stampFile(), { force: true })
  await runToEnd('Building the pages', [packageFile('next/dist/bin/next'), 'build'], { NODE_ENV: 'production' })
  writeFileSync(stampFile(), from)
}

function stampFile(): string {
  return path.join(root, process.env['NEXT_DIST_DIR'] ?? '.next', 'sluice.stamp')
}

function builtFrom(): string {
  const facts = [process.version, process.env['BASE_URL'] ?? '']
  return contentHash([...sources, ...settings], facts, ['lib/db/generated', 'lib/decisions', 'lib/README.md'])
}
