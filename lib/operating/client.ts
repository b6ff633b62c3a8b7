import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { contentHash } from './content-hash'
import { imageMark } from './image/mark'
import { runToEnd } from './processes'
import { inProject } from './root'

const folder = 'lib/db/generated'

/** Whether the typed database client is missing or older than the schema; never in an image, which is whole. */
export function clientIsStale(): boolean {
  if (imageMark() !== null) return false
  const stamp = inProject(folder, '.made-from')
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== madeFrom()
}

/**
 * Writes the typed database client from `prisma/schema.prisma`.
 *
 * @throws {Failure} when Prisma refuses the schema.
 */
export async function generateClient(): Promise<void> {
  const stamp = inProject(folder, '.made-from')
  rmSync(stamp, { force: true })
  await runToEnd('Writing the database client', [inProject('lib/operating/prisma.mjs'), 'generate'])
  writeFileSync(stamp, madeFrom())
}

function madeFrom(): string {
  return contentHash(['prisma/schema.prisma', 'node_modules/prisma/package.json'], [])
}
