import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@/lib/operating/embedded-postgres'

/**
 * A PostgreSQL in a temporary folder, and how to stop and remove it.
 *
 * @param programs the folder of another one than that among our packages.
 */
export async function startThrowAwayPostgres(programs?: string) {
  const parent = mkdtempSync(path.join(tmpdir(), 'sluice-test-'))
  chmodSync(parent, 0o755) // PostgreSQL may run as another user than we
  const server = await startEmbeddedPostgres({
    folder: path.join(parent, 'postgres'),
    ...(programs === undefined ? {} : { programs }),
    settings: ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'],
  })
  const remove = async () => {
    await server.stop()
    rmSync(parent, { recursive: true, force: true })
  }
  return { ...server, remove }
}
